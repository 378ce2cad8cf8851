/** What accounts, hotkeys, seats and validators meet: SubtensorModule’s errors in words (spec 424, and to 459 where a name came later). */
import type { WordsByName } from './words-by-name.ts'

const LATER = 'Nothing else changed. Try again later.'
const WAIT = 'Wait some blocks, and try again.'
const CHILD = 'Look at the child hotkeys and their shares, and begin again.'

export const ACCOUNTS: WordsByName = {
  ColdkeySwapAnnounced: [
    'A swap of this account to another key is announced.',
    'Until it is done or withdrawn, nothing else can be sent.',
  ],
  ColdkeySwapTooEarly: [
    'The waiting time of the swap is not over.',
    'It takes about five days from the announcement.',
  ],
  ColdkeySwapReannouncedTooEarly: [
    'The announcement cannot be changed yet.',
    'It can be about six days after it was made.',
  ],
  ColdkeySwapClearTooEarly: [
    'The announcement cannot be withdrawn yet.',
    'It can be about six days after it was made.',
  ],
  AnnouncedColdkeyHashDoesNotMatch: [
    'This is not the account that was announced.',
    'Enter the announced one.',
  ],
  ColdkeySwapAnnouncementNotFound: ['No swap of this account is announced.', 'Announce it first.'],
  ColdkeySwapAlreadyDisputed: [
    'The swap is disputed already.',
    'The account stays frozen until that is decided.',
  ],
  ColdkeySwapDisputed: [
    'This account is frozen: its swap is disputed.',
    'Nothing can be sent until that is decided.',
  ],
  ColdkeySwapTooHeavy: ['This account has too many positions for one swap.', 'Close some of them first.'],
  ColdKeyAlreadyAssociated: ['The new account has staked before.', 'Use a fresh account.'],
  NewColdKeyIsHotkey: ['The new account is a hotkey.', 'Use a fresh account.'],
  NotEnoughBalanceToPaySwapColdKey: [
    'There was not enough TAO for the swap.',
    'Announcing a swap costs 0.1 TAO.',
  ],
  NotEnoughBalanceToPaySwapHotKey: [
    'There was not enough TAO for the swap.',
    'It costs 0.1 TAO, or 0.001 TAO on a single subnet.',
  ],
  NewHotKeyIsSameWithOld: ['The new hotkey is the old one.', 'Choose another.'],
  NewHotKeyNotCleanForRootSwap: ['The new hotkey has root stake or claims already.', 'Choose a fresh one.'],
  RegistrationPriceLimitExceeded: [
    'The price of a seat rose above your limit.',
    'Nothing was paid for it. Begin again.',
  ],
  CannotAffordLockCost: ['There is not enough TAO to found a subnet.', 'Add some TAO first.'],
  SubNetRegistrationDisabled: ['This subnet takes no registrations.', LATER],
  RegistrationNotPermittedOnRootSubnet: ['Seats on root are not bought this way.', 'Choose another subnet.'],
  StakeTooLowForRoot: ['There is too little stake to enter root.', 'Its seats go to those with the most.'],
  TooManyRegistrationsThisBlock: ['This block had no room for another registration.', 'Try again at once.'],
  TooManyRegistrationsThisInterval: [
    'There were too many registrations lately.',
    'Try again in about an hour.',
  ],
  NoNeuronIdAvailable: ['No seat is free on this subnet.', LATER],
  SubnetLimitReached: ['There are as many subnets as there may be.', LATER],
  AllNetworksInImmunity: ['Every subnet is still protected from being replaced.', LATER],
  CannotUseSystemAccount: ['This address belongs to the chain itself.', 'Choose another.'],
  CannotBurnOrRecycleOnRootSubnet: ['Stake on root cannot be destroyed.', 'Nothing else changed.'],
  NotEnoughAlphaOutToRecycle: ['That is more than there is.', 'Use less.'],
  DelegateTakeTooLow: ['The take must be lowered this way, and was not.', 'Choose a lower one.'],
  DelegateTakeTooHigh: ['The take is above what the chain allows.', 'At most 18% is allowed.'],
  DelegateTxRateLimitExceeded: ['The take was raised less than thirty days ago.', LATER],
  InvalidChildkeyTake: ['The take is not one the chain allows.', 'At most 18% is allowed.'],
  TxChildkeyTakeRateLimitExceeded: ['This take was changed less than thirty days ago.', LATER],
  TooManyChildren: ['There are more than five child hotkeys.', CHILD],
  DuplicateChild: ['A child hotkey stands there twice.', CHILD],
  InvalidChild: ['A hotkey cannot be its own child.', CHILD],
  ChildParentInconsistency: ['A hotkey would be child and parent at once.', CHILD],
  ProportionOverflow: ['The shares are more than the whole.', CHILD],
  NotEnoughStakeToSetChildkeys: ['There is too little stake to set child hotkeys.', CHILD],
  InvalidIdentity: ['A text is too long, or not one the chain takes.', 'Shorten it.'],
  Deprecated: ['The chain no longer does this.', 'Only the network fee was paid.'],
  CallDisabled: ['The chain does not do this at present.', LATER],
  DisabledTemporarily: ['The chain does not do this at present.', LATER],
  FaucetDisabled: ['This chain has no faucet.', 'Only the network fee was paid.'],
  TransactorAccountShouldBeHotKey: ['This must be signed by a hotkey.', 'An account cannot send it.'],
  NotSubnetOwner: ['Only the subnet’s owner can do this.', 'Use the account that owns it.'],
  Overflow: ['A number became too large.', 'Use less.'],
  EvmKeyAssociateRateLimitExceeded: ['The EVM key was linked too recently.', WAIT],
  UnableToRecoverPublicKey: ['The signature of the EVM key cannot be read.', 'Sign it again with that key.'],
  InvalidRecoveredPublicKey: [
    'The signature is of another EVM key.',
    'Sign it with the key that is to be linked.',
  ],
}
