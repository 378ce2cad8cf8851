import { BOB } from '../build/words.ts'
import type { Told } from './told.ts'

export const proxies: readonly Told[] = [
  [
    'add-proxy',
    { delegate: BOB, type: 'Staking', delay: 0 },
    'Give power',
    'Let Bob act for this account: it may stake, unstake, move and swap stake, with any validator and at any price.',
    [
      'Key: Bob',
      'Kind of power: Staking',
      'Without: It cannot send TAO or stake to others. A bad trade can still lose much of it.',
      'Delay: None: it acts at once, without asking again',
    ],
  ],
  [
    'add-proxy',
    { delegate: BOB, type: 'NonCritical', delay: 7200 },
    'Give power',
    'Let Bob act for this account: it may do nearly everything: send TAO and stake away, trade, and give others power.',
    [
      'Key: Bob',
      'Kind of power: NonCritical',
      'Without: It cannot dissolve or register, and cannot hand the account over. That it is called non-critical does not keep your money in.',
      'Delay: Each call is announced 7,200 blocks, about 24 hours before, and can be refused until then',
    ],
  ],
  [
    'add-proxy',
    { delegate: BOB, type: 'Senate', delay: 0 },
    'Give power',
    'Let Bob hold a power that does nothing any more.',
    [
      'Key: Bob',
      'Kind of power: Senate',
      'Without: Nothing that is worth telling',
      'Delay: None: it acts at once, without asking again',
    ],
  ],
  [
    'remove-proxy',
    { delegate: BOB, type: 'Transfer', delay: 0 },
    'Take back',
    'Let Bob no longer act for this account. It could send all TAO and all stake to anybody.',
    ['Key: Bob', 'Kind of power: Transfer', 'Delay: None'],
  ],
]
