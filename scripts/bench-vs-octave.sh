#!/usr/bin/env bash
# Times the same work here and in Octave with the original toolbox, in turn, and prints the ratios.
# usage: scripts/bench-vs-octave.sh TOOLBOX      (a clone of rasmusbergpalm/DeepLearnToolbox)
# Octave's matrix product is its BLAS: OPENBLAS_CORETYPE, if OpenBLAS does not know the processor, chooses its kernel.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
toolbox=${1:?usage: scripts/bench-vs-octave.sh TOOLBOX}
[ -f "$toolbox/NN/nntrain.m" ] || { echo "there is no NN/nntrain.m in $toolbox" >&2; exit 2; }
command -v octave-cli > /dev/null || { echo "octave-cli is not installed" >&2; exit 2; }
exec dotnet run -c Release --project "$root/tests/DeepLearnPort.Benchmarks" -- octave "$toolbox"
