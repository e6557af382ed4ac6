#!/bin/sh
# While nobody has put a certificate there, nginx starts with a self-signed one; WeChat does not accept that one.
set -eu
cd "${1:-/etc/nginx/certificates}"
[ -s fullchain.pem ] && [ -s privkey.pem ] && exit 0
openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj "/CN=localhost" \
    -addext "subjectAltName=DNS:localhost,IP:127.0.0.1" -keyout privkey.pem -out fullchain.pem 2>/dev/null
chmod 600 privkey.pem
echo "nginx: made a self-signed certificate; replace fullchain.pem and privkey.pem"
