namespace DeepLearnPort;

/// <summary>
/// The packed operands of one thread, kept from product to product so that none is allocated in the steady state. Those of
/// unusual products, far larger, are not kept.
/// </summary>
internal sealed unsafe class ThreadBuffers
{
    [ThreadStatic]
    private static ThreadBuffers? _mine;

    private Buffer _left, _right;
    // The run and the block of the operand that is packed already.
    private long _heldRun, _heldBlock;

    /// <summary>Those of the calling thread.</summary>
    public static ThreadBuffers Mine => _mine ??= new ThreadBuffers();

    public double* Left(nint count) => _left.Get(count);

    public double* Right(nint count) => _right.Get(count);

    /// <summary>Whether the operand kept is that of this run and block; from now on it is.</summary>
    public bool Holds(long run, long block)
    {
        bool held = _heldRun == run && _heldBlock == block;
        (_heldRun, _heldBlock) = (run, block);
        return held;
    }

    /// <summary>Gives back what is too large to be kept; the operand is packed anew then.</summary>
    public void Trim()
    {
        if (_left.Trim() | _right.Trim())
            _heldRun = 0;
    }

    /// <summary>Doubles at an address that the garbage collector does not move, on a boundary of 64 bytes.</summary>
    public struct Buffer
    {
        /// <summary>Doubles that may be kept: 32 MB, several times what products of any usual shape take.</summary>
        public const int MostKept = 1 << 22;

        private double[]? _array;
        private double* _start;

        public double* Get(nint count)
        {
            if (_array == null || _array.Length < count + 8)
            {
                int least = Require.Count(count + 8, 1, "an operand of a product");
                int length = (int)Math.Min(least + (long)least / 4, Array.MaxLength);
                _array = GC.AllocateUninitializedArray<double>(length, pinned: true);
                fixed (double* p = _array)
                    _start = (double*)(((nint)p + 63) & ~63);
            }
            return _start;
        }

        /// <summary>Gives the memory back if it is too much to be kept.</summary>
        public bool Trim()
        {
            if (_array is null || _array.Length <= MostKept)
                return false;
            _array = null;
            return true;
        }
    }
}
