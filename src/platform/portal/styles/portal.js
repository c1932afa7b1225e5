/* Without a third party, against machines that send thousands of forms: while the person writes, the telephone finds a number that
   makes sha256(token:number) begin with enough zero bits. Without this script, or before it has found one, the form is sent as well. */
(function () {
  var field = document.querySelector('input[name="proof"]')
  if (!field || field.value || !window.crypto || !crypto.subtle || !window.TextEncoder || !window.Promise) return
  var token = field.getAttribute('data-token'), bits = Number(field.getAttribute('data-bits')), text = new TextEncoder(), next = 0
  function isEnough(bytes) {
    for (var i = 0, left = bits; left > 0; i++, left -= 8) if (bytes[i] >> (left < 8 ? 8 - left : 0)) return false
    return true
  }
  function search() {
    var first = next, tries = []
    for (; next < first + 300; next++) tries.push(crypto.subtle.digest('SHA-256', text.encode(token + ':' + next)))
    Promise.all(tries).then(function (found) {
      for (var i = 0; i < found.length; i++) {
        if (isEnough(new Uint8Array(found[i]))) {
          field.value = String(first + i)
          return
        }
      }
      setTimeout(search, 0)
    })
  }
  search()
})()
