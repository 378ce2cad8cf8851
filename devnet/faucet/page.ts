// The faucet's one page: plain HTML without any script, in the colours of the wallet.

export interface PageFacts {
  readonly endpoint: string
  readonly genesis: string
  readonly bestBlock: number
  readonly accounts: readonly { readonly name: string; readonly address: string; readonly balance: string }[]
  readonly largest: string
  /** What became of the last request. */
  readonly notice?: { readonly kind: 'done' | 'refused'; readonly text: string } | undefined
  readonly address?: string | undefined
}

/** Text as HTML text; nothing a form sends reaches the page otherwise. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

export function faucetPage(facts: PageFacts): string {
  const { notice } = facts
  const row = ({ name, address, balance }: PageFacts['accounts'][number]): string =>
    `<tr><th scope="row">${escapeHtml(name)}</th><td class="mono">${escapeHtml(address)}</td><td class="num">${escapeHtml(balance)}</td></tr>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Devnet faucet</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="tag"><i></i>Local devnet · block ${facts.bestBlock}</p>
<h1>Faucet</h1>
<p class="lead">This chain is simulated on this computer. Its TAO is worth nothing, and there is plenty.</p>
${notice ? `<p class="notice ${notice.kind}" role="status">${escapeHtml(notice.text)}</p>` : ''}
<form method="post" action="/fund" autocomplete="off">
<label for="address">Address</label>
<input id="address" name="address" class="mono" required spellcheck="false" maxlength="64" placeholder="5…" value="${escapeHtml(facts.address ?? '')}">
<label for="amount">Amount</label>
<div class="amount"><input id="amount" name="amount" required inputmode="decimal" value="100" maxlength="24"><span>TAO</span></div>
<p class="hint">Up to ${escapeHtml(facts.largest)} TAO at a time. It arrives with the next block, which is made at once.</p>
<button type="submit">Send</button>
</form>
<section>
<h2>Development accounts</h2>
<table><tbody>${facts.accounts.map(row).join('')}</tbody></table>
</section>
<dl>
<dt>Endpoint</dt><dd class="mono">${escapeHtml(facts.endpoint)}</dd>
<dt>Genesis</dt><dd class="mono">${escapeHtml(facts.genesis)}</dd>
</dl>
</main>
</body>
</html>
`
}

const STYLE = `
:root{color-scheme:dark light;--bg:#0b0c0e;--surface:#131519;--surface-2:#1a1d22;--line:#24282f;--text:#eceef0;--muted:#8c939d;--accent:#3fd3a6;--accent-ink:#04251b;--danger:#ff6b6b}
@media (prefers-color-scheme:light){:root{--bg:#f7f7f5;--surface:#fff;--surface-2:#f0f0ed;--line:#e3e3de;--text:#15171a;--muted:#666d76;--accent:#0b8f69;--accent-ink:#fff;--danger:#c93434}}
*{box-sizing:border-box;margin:0}
body{background:var(--bg);color:var(--text);font:15px/1.5 Inter,system-ui,"Segoe UI",sans-serif;-webkit-font-smoothing:antialiased;padding:56px 20px}
main{max-width:620px;margin:0 auto}
.mono{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace;font-size:13px}
.tag{display:inline-flex;gap:8px;align-items:center;font-size:12px;color:var(--muted);border:1px solid var(--line);padding:4px 10px;border-radius:99px}
.tag i{width:6px;height:6px;border-radius:50%;background:var(--accent)}
h1{font-size:38px;line-height:1.15;letter-spacing:-.02em;font-weight:600;margin:18px 0 6px}
.lead{color:var(--muted);margin-bottom:24px}
form{background:var(--surface);border:1px solid var(--line);border-radius:14px;padding:20px}
label{display:block;font-size:12px;color:var(--muted);margin-bottom:6px}
input{width:100%;height:46px;background:var(--surface-2);border:1px solid var(--line);border-radius:10px;color:inherit;padding:0 14px;margin-bottom:16px;font-size:15px}
input:focus-visible,button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.amount{position:relative}.amount span{position:absolute;right:14px;top:12px;color:var(--muted)}
.amount input{font-size:20px;font-weight:600;font-variant-numeric:tabular-nums;padding-right:64px;margin-bottom:6px}
.hint{font-size:12px;color:var(--muted);margin-bottom:16px}
button{width:100%;height:46px;border:0;border-radius:12px;background:var(--accent);color:var(--accent-ink);font:600 15px inherit;font-family:inherit;cursor:pointer}
.notice{border-radius:10px;padding:12px 14px;margin-bottom:16px;font-size:14px;overflow-wrap:anywhere}
.notice.done{background:color-mix(in srgb,var(--accent) 14%,transparent);color:var(--accent)}
.notice.refused{background:color-mix(in srgb,var(--danger) 14%,transparent);color:var(--danger)}
section{margin-top:32px}h2{font-size:13px;font-weight:500;color:var(--muted);margin-bottom:4px}
table{width:100%;border-collapse:collapse}th,td{text-align:left;font-weight:400;padding:9px 0;border-top:1px solid var(--line);vertical-align:baseline}
th{white-space:nowrap;padding-right:14px}td.mono{color:var(--muted);overflow-wrap:anywhere;font-size:12px}
td.num{text-align:right;white-space:nowrap;padding-left:14px;font-variant-numeric:tabular-nums}
dl{margin-top:24px;font-size:13px}dt{color:var(--muted)}dd{margin:0 0 10px;overflow-wrap:anywhere}
`
