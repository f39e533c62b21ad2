#!/usr/bin/env bash
# icon.svg → icon.png, 128 × 128, the icon of every package. Needs chromium.
set -euo pipefail
cd "$(dirname "$0")"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --default-background-color=00000000 --window-size=128,128 --screenshot=icon.png "file://$PWD/icon.svg"
