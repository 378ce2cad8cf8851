/** What staking, claiming and locking meet: SubtensorModule’s errors in words (spec 424, and to 459 where a name came later). */
import type { WordsByName } from './words-by-name.ts'

const AGAIN = 'Nothing else changed. Begin again.'
const LATER = 'Nothing else changed. Try again later.'
const WAIT = 'Wait some blocks, and try again.'
const BASKETS = 'The network is still moving root dividends into baskets. Try again later.'
const GUARD = 'A guard of the basket stopped the trade. Nothing was exchanged.'

export const STAKING: WordsByName = {
  AmountTooLow: [
    'The amount was below the least the chain moves.',
    'Use at least 0.0021 TAO, or what is worth as much.',
  ],
  NotEnoughBalanceToStake: ['There was not enough free TAO.', 'Use less, or add some TAO first.'],
  BalanceWithdrawalError: [
    'The TAO could not be taken: too little is free, or the account would have closed.',
    'Use a little less.',
  ],
  ZeroBalanceAfterWithdrawn: ['It would have left the account without anything.', 'Use a little less.'],
  InsufficientBalance: ['There was not enough TAO.', 'Use less, or add some TAO first.'],
  InsufficientTaoBalance: ['There was not enough TAO.', 'Use less, or add some TAO first.'],
  InsufficientAlphaBalance: [
    'There was less alpha than this asked for.',
    'Look at the position, and use less.',
  ],
  NotEnoughStake: ['There is not enough stake for this.', 'Look at the position, and use less.'],
  NotEnoughStakeToWithdraw: [
    'Less is staked there than this asked for.',
    'Unstake less, or all of it. Stake may lie with another validator.',
  ],
  StakeUnavailable: [
    'Part of this stake is locked, or held as collateral.',
    'Use no more than what is free.',
  ],
  RootStakeLocked: ['Stake on root is held for some blocks after its last change.', WAIT],
  InsufficientLiquidity: ['The subnet’s pool cannot serve an amount of this size.', 'Use less.'],
  SlippageTooHigh: [
    'The price would have passed your limit.',
    'Nothing was exchanged. Allow a part of it, use less, or set another limit.',
  ],
  SubtokenDisabled: ['This subnet has not started trading.', 'Wait until its owner starts it.'],
  SubnetNotExists: ['There is no such subnet any more.', AGAIN],
  MechanismDoesNotExist: ['There is no such subnet or mechanism.', AGAIN],
  RootNetworkDoesNotExist: [
    'This chain has no root network.',
    'Choose another network in Settings → Network.',
  ],
  NotRootSubnet: ['This works on root alone.', AGAIN],
  TransferDisallowed: [
    'One of the two subnets does not let stake go to another account.',
    'Unstake it and send the TAO instead.',
  ],
  SameNetuid: ['From and to were the same.', 'Nothing was moved. Choose another subnet or validator.'],
  HotKeyAccountNotExists: ['The chain does not know this validator.', 'Choose another one.'],
  NonAssociatedColdKey: ['This hotkey belongs to another account.', 'Use the account that owns it.'],
  HotKeyAlreadyRegisteredInSubNet: ['This hotkey has a seat there already.', 'There is nothing left to do.'],
  HotKeyNotRegisteredInSubNet: [
    'This hotkey has no seat on that subnet.',
    'Register it first, or choose another.',
  ],
  HotKeyNotRegisteredInNetwork: [
    'None of this account’s hotkeys has a seat anywhere.',
    'Register one first.',
  ],
  HotKeyAlreadyDelegate: ['This hotkey is a validator already.', 'There is nothing left to do.'],
  SameAutoStakeHotkeyAlreadySet: ['Rewards go to this validator already.', 'There is nothing left to do.'],
  StakingRateLimitExceeded: ['It came too soon after the last time.', WAIT],
  StakingOperationRateLimitExceeded: ['It came too soon after the last time.', WAIT],
  TxRateLimitExceeded: ['It came too soon after the last time.', WAIT],
  NetworkTxRateLimitExceeded: ['Subnets are founded too fast at present.', LATER],
  HotKeySetTxRateLimitExceeded: ['A hotkey was swapped too recently.', WAIT],
  HotKeySwapOnSubnetIntervalNotPassed: [
    'This hotkey was swapped on that subnet less than a day ago.',
    'Try again tomorrow.',
  ],
  AddStakeBurnRateLimitExceeded: ['It came too soon after the last time.', WAIT],
  RootClaimTooHeavy: ['There is too much to claim at once.', 'Claim from one validator at a time.'],
  InvalidSubnetNumber: ['Between one and five subnets can be claimed at once.', 'Choose fewer.'],
  InvalidRootClaimThreshold: ['The threshold is above what the chain allows.', AGAIN],
  InvalidNumRootClaim: ['The number of claims is not one the chain allows.', AGAIN],
  BetaBasketSeedInProgress: ['Baskets are being filled for the first time.', BASKETS],
  BasketDepositPending: ['A deposit into this basket is not settled yet.', BASKETS],
  BasketClaimedHotkeyMigrationInProgress: ['Claims of this validator are being carried over.', BASKETS],
  BasketHasNoWeights: ['This validator’s basket has no split yet.', 'Choose another validator.'],
  RootWeightSettingDisabled: ['Splits of baskets cannot be set at present.', LATER],
  BasketTradingDisabled: ['Trading of baskets is off at present.', LATER],
  BasketTradingFrozen: ['Trading of baskets is stopped at present.', LATER],
  BasketMinOutNotMet: ['The trade would have brought less than its minimum.', GUARD],
  BasketTurnoverBudgetExceeded: ['This basket has traded as much as it may for now.', GUARD],
  BasketLiquidityCapExceeded: ['The basket would hold too much of one pool.', GUARD],
  BasketConcentrationCapExceeded: ['The basket would hold too much of one subnet.', GUARD],
  RootWeightCapExceeded: ['The split gives too much to one subnet.', GUARD],
  BasketSameSubnet: ['From and to were the same subnet.', GUARD],
  BasketSwapBatchEmpty: ['There was nothing to trade in it.', GUARD],
  AccountRejectsLockedAlpha: [
    'That account takes no locked stake.',
    'Send what is free, or ask its owner to accept locked stake.',
  ],
  ActiveLockExists: ['There is a lock on that subnet already.', 'Use the hotkey it names, or move it first.'],
  LockHotkeyMismatch: ['A lock there is for another hotkey.', 'Use that hotkey, or move the lock first.'],
  NoExistingLock: ['There is no lock on that subnet.', 'Lock some stake first.'],
  InsufficientStakeForLock: ['There is not enough stake to lock that much.', 'Lock less.'],
  UnlockAmountTooHigh: ['Less is locked than was to come free.', 'Use less.'],
  CannotUnstakeLock: ['That stake is locked.', 'Use no more than what is free.'],
  KeepStakeBlockedByCollateral: [
    'While collateral stands, stake cannot be left behind.',
    'Swap the hotkey with its stake.',
  ],
  ColdkeyCollateralPositionsFull: [
    'This account has as many collateral positions as it may.',
    'None can be added.',
  ],
  ColdkeyCollateralIncomplete: ['The chain’s own books on this collateral do not agree.', LATER],
}
