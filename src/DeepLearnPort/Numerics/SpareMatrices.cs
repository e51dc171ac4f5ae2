using System.Runtime.InteropServices;

namespace DeepLearnPort;

/// <summary>
/// Matrices that nobody uses, kept by shape for whoever wants one: so many numbers at most, and none when memory is short.
/// </summary>
internal sealed class SpareMatrices
{
    // Smaller ones are as cheap to make; so few shapes that those of a set of any other size do not pile up.
    private const int LeastNumbers = 512, MostShapes = 1024;

    private readonly long _mostNumbers;
    private readonly Dictionary<(int Rows, int Columns), Stack<Mat>> _matrices = [];
    private long _numbers;

    /// <summary>Keeps at most so many numbers.</summary>
    public SpareMatrices(long mostNumbers)
    {
        _mostNumbers = mostNumbers;
        _ = new ShortOfMemory(this);
    }

    /// <summary>Numbers kept at the moment.</summary>
    public long Numbers
    {
        get
        {
            lock (_matrices)
                return _numbers;
        }
    }

    /// <summary>Keeps a matrix, unless it is too large or too small. If there are too many then, all others go.</summary>
    public void Keep(Mat matrix)
    {
        long numbers = (long)matrix.RowCount * matrix.ColumnCount;
        if (numbers < LeastNumbers || numbers > _mostNumbers)
            return;
        lock (_matrices)
        {
            if (_numbers + numbers > _mostNumbers || _matrices.Count >= MostShapes)
                Clear();
            var shape = (matrix.RowCount, matrix.ColumnCount);
            ref var stack = ref CollectionsMarshal.GetValueRefOrAddDefault(_matrices, shape, out _);
            (stack ??= []).Push(matrix);
            _numbers += numbers;
        }
    }

    /// <summary>One of this shape, if there is one; it may hold anything.</summary>
    public Mat? Take(int rows, int columns)
    {
        lock (_matrices)
        {
            if (!_matrices.TryGetValue((rows, columns), out var stack) || !stack.TryPop(out var matrix))
                return null;
            _numbers -= (long)rows * columns;
            return matrix;
        }
    }

    /// <summary>Lets all go.</summary>
    public void Clear()
    {
        lock (_matrices)
        {
            _matrices.Clear();
            _numbers = 0;
        }
    }

    // Looks after each collection of all generations how much memory is left, as long as those kept are there.
    private sealed class ShortOfMemory(SpareMatrices spare)
    {
        // No WeakReference: that may be finalized before this is.
        private GCHandle _spare = GCHandle.Alloc(spare, GCHandleType.Weak);

        ~ShortOfMemory()
        {
            if (_spare.Target is not SpareMatrices kept)
            {
                _spare.Free();
                return;
            }
            var memory = GC.GetGCMemoryInfo();
            if (memory.MemoryLoadBytes >= memory.HighMemoryLoadThresholdBytes)
                kept.Clear();
            GC.ReRegisterForFinalize(this);
        }
    }
}
