chrome.runtime.onMessage.addListener((_message, _sender, send) => send('hello'))
