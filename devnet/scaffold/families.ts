// The families in which a pallet that is too long for one file is declared.

/** A family of calls and events by words in their names, which are written like `add-stake` for this. */
interface Family {
  readonly name: string
  readonly takes: RegExp
}

/** A run of storage items from one item on. */
interface Run {
  readonly name: string
  readonly from: string
}

export interface Families {
  /** A name belongs to the first family that takes it. */
  readonly variants: readonly Family[]
  /** Storage is numbered by its order, so that only what stands together can be a family. */
  readonly storage: readonly Run[]
}

/** By the names of the pallets. */
export const FAMILIES: Readonly<Record<string, Families>> = {
  SubtensorModule: {
    variants: [
      { name: 'weights', takes: /weights$|weights-(set|.*ed)$|^batch-/ },
      { name: 'delegation', takes: /delegat|child|parent|(^|-)take(-|$)/ },
      { name: 'root', takes: /root/ },
      { name: 'stake', takes: /stake|-lock$|^lock-|perpetual|reject|(burn|recycle)-alpha/ },
      { name: 'stake', takes: /alpha-(burned|recycled|emitted)|with-alpha/ },
      { name: 'keys', takes: /(hot|cold)key|chain-identity|set-identity|evm|arbitration/ },
      { name: 'subnets', takes: /network|subnet|lease|symbol|voting|epoch|tempo|activity|start-call/ },
      { name: 'neurons', takes: /neuron|regist|serve/ },
      { name: 'settings', takes: /-(set|enabled|toggle)$|sudid|faucet/ },
    ],
    // Where its source has a heading or turns to something else (pallets/subtensor/src/lib.rs, spec 424).
    storage: [
      { name: 'staking', from: 'MinActivityCutoff' },
      { name: 'coinbase', from: 'BlockEmission' },
      { name: 'globalParameters', from: 'UsedWork' },
      { name: 'subnetParameters', from: 'TransferToggle' },
      { name: 'consensus', from: 'StakeWeight' },
      { name: 'limitsAndCommits', from: 'TransactionKeyLastBlock' },
      { name: 'rootClaims', from: 'RootClaimableThreshold' },
      { name: 'laterAdditions', from: 'AssociatedEvmAddress' },
    ],
  },
}
