// Asks the device for a passkey when one of the page's forms is sent, and sends its answer along.
for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.addEventListener('submit', async (event) => {
    const { credential } = form.elements;
    if (credential.value !== '') return;
    event.preventDefault();
    const options = JSON.parse(form.dataset.passkey);
    try {
      const found =
        form.dataset.use === 'get'
          ? await navigator.credentials.get({
              publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
            })
          : await navigator.credentials.create({
              publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
            });
      credential.value = JSON.stringify(found.toJSON());
    } catch {
      credential.value = 'none';
    }
    form.submit();
  });
}
