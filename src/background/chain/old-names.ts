/**
 * Names from before there were identities on the chain, for where there is none: of subnets as subtensor itself falls back
 * to (spec 425), of validators as they were once collected. Some of them are gone; what the chain says comes first.
 */
import type { Address } from '#shared/domain/address.ts'

/** Undefined where the list knows none. */
export function subnetListed(netuid: number): string | undefined {
  return SUBNETS.split(',')[netuid] || undefined
}

export function validatorListed(hotkey: Address): string | undefined {
  return VALIDATORS.get(hotkey)
}

/** From root on, in the order of their numbers; a number without a name has none. */
const SUBNETS =
  'root,apex,omron,templar,targon,kaito,infinite,subvortex,ptn,pretrain,sturdy,dippy,horde,dataverse,' +
  'palaidn,deval,bitads,3gen,cortex,inference,bitagent,any-any,meta,social,omega,protein,alchemy,' +
  'compute,oracle,coldint,bet,naschain,itsai,ready,mind,logic,automata,tuning,distributed,edge,chunk,' +
  'sportsensor,masa,graphite,score,gen42,neural,condense,nextplace,automl,audio,celium,dojo,frontier,' +
  'safescan,,gradients,gaia,dippy-speach,agent-arena,,red team,agentao,lean-in,chutes'

const VALIDATORS: ReadonlyMap<string, string> = new Map(
  `
5ECvRLMj9jkbdM4sLuH5WvjUe87TcAdjRfUj5onN4iKqYYGm Vune
5H6BgKkAr2Anmm9Xw5BVDE4VaQmFEVMkJUHeT7Gki4J7yF4x TaoPolishNode
5FFApaS75bv5pJHfAp2FVLBj9ZaXuFDjEypsaBNc1wCfe52v RoundTable21
5DCc5oHA6c1Lpt9R6T1xU8jJGTMvvwBqD1yGX67sL8dHUcga WaveTensor
5CXRfP2ekFhe62r7q3vppRajJmGhTi7vwvb2yr79jveZ282w Rizzo
5GcBK8PDrVifV1xAf4Qkkk6KsbsmhDdX9atvk8vyKU8xdU63 Tensor.Exchange
5EhvL1FVkQPpMjZX4MAADcW42i3xPSF1KiCpuaxTYVr28sux TAO-Validator.com
5FvhvCWLbu2VgotT5obC9E6S9nskerJUrVsWqkWXCbuD8veW The Lost Cove
5Dyi5e2QqnWn2RN9X6r8A8Q1QBjYD536H75mxNye193oeCJ4 Makoto AI
5Ehv5XMriPZwNBtYHdQV7VrdbN8MBTDTmQhWprZJXxSiMapR Dale Cooper
5E6oB7h5wtWPbqtPxtSoZeo11fpvDjPuY13SobAMxqEUjqkQ StakeTensor.com-3
5DnWFhKfeu6gXMydzrv8bkwxFegAC6bMWsC4Z2XtaotAeB6S Bittensor Greece
5GBxDYkDp8eJZHGT89wcZJKcMc4ytSqnqqVSpeuGeqtGfqxK Tao Stake
5FcXnzNo3mrqReTEY4ftkg5iXRBi61iyvM4W1bywZLRqfxAY Lucrosus Capital
5CVS9d1NcQyWKUyadLevwGxg6LgBcF9Lik6NSnbe5q59jwhE Ary van der Touw
5F4tQyWrhfGVcNhoqeiNsR6KjD4wMZ2kfhLj4oHYuyHbZAc3 Openτensor Foundaτion
5EpxBYq4aVgTQ1rYeBo2mzYt3hgpRTqxZTSsJEkCstBP5Jse White Rhino TAO Super Validator
5Fq5v71D4LX8Db1xsmRSy6udQThcZ8sFDqxQFwnUZ1BuqY5A NorthTensor
5CsvRJXuR955WojnGMdok1hbhffZyB4N5ocrv82f3p5A2zVp Owl Ventures
5FLKnbMjHY8LarHZvk2q2RY9drWFbpxjAcR5x8tjr3GqtU6F Tao Bridge
5DRZr3d3twF8SzqB9jBof3a1vPnAkgkxeo2E8yUKJAnE2rSZ Humble AI-Loving Anon
5DPEpUTZn94sgYXH3sdXxsVvb46m3iEvg8aZwX7SMDowivzB RunPod
5HEo565WAy4Dbq3Sv271SAi7syBSofyfhhwRNjFNSM2gP9M2 Foundry
5FP9miYmgjAP8Wt3747M2Y6Kk7PrXf6zG7a3EjokQiFFcmUu Elm Place
5HNQURvmjjYhTSksi8Wfsw676b4owGwfLR2BFAQzG7H3HhYf Neural Internet
5D4rJRtF23jLVcGnCktXzPM9gymMT1qHTp8dR4T7rUd88Q7U Vogue τensor
5CAVnbHniuZYXBqik3tTs9uZ7UiSrbv6g7Kt8QNfYimbFqF4 Open & Safe AI Validator
5Gpt8XWFTXmKrRF1qaxcBQLvnPLpKi6Pt2XC4vVQR7gqNKtU bitnost.re
5HeKSHGdsRCwVgyrHchijnZJnq4wiv6GqoDLNah8R5WMfnLB TaoStation
5DvTpiniW9s3APmHRYn8FroUWyfnLtrsid5Mtn5EwMXHN2ed FirstTensor.com
5CaNj3BarTHotEK1n513aoTtFeXcjf6uvKzAyzNuv9cirUoW Polychain
5Dkv87qjGGF42SNhDAep6WZp65E29c2vUPUfDBGDNevENCMs MycoNet
5GzoXHNJ4UzZYiQN2wpBcwMigiHiakiz5ZLMwhpunpwDNzFg Charitaos
5EZrPTXt2G9SvbDsERi5rS9zepour2yPmuhMhrNkgdiZvXEm τaoτensor
5CPzGD8sxyv8fKKXNvKem4qJRhCXABRmpUgC1wb1V4YAXLc3 Chat with Hal
5FqPJMZDp39KRd9jDhXuFpZWkYD7wG5AXmjoWqK8rDy7ok5B Exchange Listings
5ED6jwDECEmNvSp98R2qyEUPHDv9pi14E6n3TS8CicD6YfhL Giga Corporation
5FRcXG99SxJ9KyMcMFfdknkRSv4e73rszV8P151freZqQDS2 τensorwiki
5EsbfxPcQaUrCDurUJ8Q5qDKNENNGziu3qHWUbXrcuY2pbNz Church of Rao (COR)
5GmaAk7frPXnAxjbQvXcoEzMGZfkrDee76eGmKoB3wxUburE RaoK9
5CQEFopfZ8DAmk3ZfR7QuDTU2n3fJod3kkf6Wmj4JwV3BBSu DuNode
5CaCUPsSSdKWcMJbmdmJdnWVa15fJQuz5HsSGgVdZffpHAUa Athena Nodes
5FFM6Nvvm78GqyMratgXXvjbqZPi7SHgSQ81nyS96jBuUWgt PRvalidator
5H8TruSGmhD6m6YfqXNUnU7Z61K7j8hSs2Krtu3eTLMoz3HU τaoshi validator
5G3f8VDTT1ydirT3QffnV2TMrNMR2MkQfGUubQNqZcGSj82T TAO Community Marketing
5CXC2quDN5nUTqHMkpP5YRp2atYYicvtUghAYLj15gaUFwe5 Kooltek68
5FBrHX18bNXX874ZTMicPG4vYbq5X6piz4BYoVn9LnCgdsEd P-OPS Team
5HK5tp6t2S59DywmHRWPBVJeJ86T61KjurYqeooqj8sREpeN Bittensor Guru
5Hh3ShaNW9irCe5joBLCeFD5Fxb2fJ6gFAgrsPmoz3JkzqvJ BlockShark
5FKstHjZkh4v3qAMSBa1oJcHCLjxYZ8SNTSz1opTv4hR7gVB Datura
5Hddm3iBFD2GLT5ik7LZnT3XJUnRnN8PoeCFgGQgawUVKNm8 τaosτaτs and Corcel
5ELREhApbCahM7FyGLM1V9WDsnnjCRmMCJTmtQD51oAEqwVh Taofu Protocol
5HbLYXUBy1snPR8nfioQ7GoA9x76EELzEq9j7F32vWUQHm1x Tensorplex Labs
5E2VSsWWXkBGCn4mi8RHXYQEF2wLXky6ZsNcTKnmEqaurzTE Sentinel
5DM7CPqPKtMSADhFKYsstsCS4Tm4Kd6PMXoh6DdqY4MtxmtX Corτex Foundaτion
5F27Eqz2PhyMtGMEce898x31DokNqRVxkm5AhDDe6rDGNvoY Love
5Hb63SvXBXqZ8zw6mwW1A39fHdqUrJvohXgepyhp2jgWedSB TAO Miner's Union
`
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, 48), line.slice(49)]),
)
