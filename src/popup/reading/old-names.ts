/**
 * Names from before there were identities on the chain, for where there is none: of subnets as subtensor itself falls back
 * to (spec 425), of validators as they were once collected. Some of them are gone; what the chain says comes first.
 */
import { addressOfKey } from '#shared/domain/address.ts'
import type { Named, Subnet } from '#shared/domain/directory.ts'

/** Gives a subnet that has no name of its own the one it had. */
export function subnetNamed(subnet: Subnet): Subnet {
  const name = subnet.source === 'none' ? SUBNETS.split(',')[subnet.netuid] : undefined
  return name ? { ...subnet, name, source: 'list' } : subnet
}

/** Gives a validator without an identity the name it was known by. */
export function validatorNamed<V extends Pick<Named, 'hotkey' | 'name' | 'source'>>(validator: V): V {
  if (validator.source !== 'none') return validator
  const name = VALIDATORS.get(addressOfKey(validator.hotkey).slice(0, ENOUGH))
  return name === undefined ? validator : { ...validator, name, source: 'list' }
}

/** From root on, in the order of their numbers; a number without a name has none. */
const SUBNETS =
  'root,apex,omron,templar,targon,kaito,infinite,subvortex,ptn,pretrain,sturdy,dippy,horde,dataverse,' +
  'palaidn,deval,bitads,3gen,cortex,inference,bitagent,any-any,meta,social,omega,protein,alchemy,' +
  'compute,oracle,coldint,bet,naschain,itsai,ready,mind,logic,automata,tuning,distributed,edge,chunk,' +
  'sportsensor,masa,graphite,score,gen42,neural,condense,nextplace,automl,audio,celium,dojo,frontier,' +
  'safescan,,gradients,gaia,dippy-speach,agent-arena,,red team,agentao,lean-in,chutes'

/** How much of a hotkey is kept: 64 bits, for which nobody makes a second key that begins alike. */
const ENOUGH = 12
const VALIDATORS: ReadonlyMap<string, string> = new Map(
  `
5ECvRLMj9jkb Vune
5H6BgKkAr2An TaoPolishNode
5FFApaS75bv5 RoundTable21
5DCc5oHA6c1L WaveTensor
5CXRfP2ekFhe Rizzo
5GcBK8PDrVif Tensor.Exchange
5EhvL1FVkQPp TAO-Validator.com
5FvhvCWLbu2V The Lost Cove
5Dyi5e2QqnWn Makoto AI
5Ehv5XMriPZw Dale Cooper
5E6oB7h5wtWP StakeTensor.com-3
5DnWFhKfeu6g Bittensor Greece
5GBxDYkDp8eJ Tao Stake
5FcXnzNo3mrq Lucrosus Capital
5CVS9d1NcQyW Ary van der Touw
5F4tQyWrhfGV Openτensor Foundaτion
5EpxBYq4aVgT White Rhino TAO Super Validator
5Fq5v71D4LX8 NorthTensor
5CsvRJXuR955 Owl Ventures
5FLKnbMjHY8L Tao Bridge
5DRZr3d3twF8 Humble AI-Loving Anon
5DPEpUTZn94s RunPod
5HEo565WAy4D Foundry
5FP9miYmgjAP Elm Place
5HNQURvmjjYh Neural Internet
5D4rJRtF23jL Vogue τensor
5CAVnbHniuZY Open & Safe AI Validator
5Gpt8XWFTXmK bitnost.re
5HeKSHGdsRCw TaoStation
5DvTpiniW9s3 FirstTensor.com
5CaNj3BarTHo Polychain
5Dkv87qjGGF4 MycoNet
5GzoXHNJ4UzZ Charitaos
5EZrPTXt2G9S τaoτensor
5CPzGD8sxyv8 Chat with Hal
5FqPJMZDp39K Exchange Listings
5ED6jwDECEmN Giga Corporation
5FRcXG99SxJ9 τensorwiki
5EsbfxPcQaUr Church of Rao (COR)
5GmaAk7frPXn RaoK9
5CQEFopfZ8DA DuNode
5CaCUPsSSdKW Athena Nodes
5FFM6Nvvm78G PRvalidator
5H8TruSGmhD6 τaoshi validator
5G3f8VDTT1yd TAO Community Marketing
5CXC2quDN5nU Kooltek68
5FBrHX18bNXX P-OPS Team
5HK5tp6t2S59 Bittensor Guru
5Hh3ShaNW9ir BlockShark
5FKstHjZkh4v Datura
5Hddm3iBFD2G τaosτaτs and Corcel
5ELREhApbCah Taofu Protocol
5HbLYXUBy1sn Tensorplex Labs
5E2VSsWWXkBG Sentinel
5DM7CPqPKtMS Corτex Foundaτion
5F27Eqz2PhyM Love
5Hb63SvXBXqZ TAO Miner's Union
`
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, ENOUGH), line.slice(ENOUGH + 1)]),
)
