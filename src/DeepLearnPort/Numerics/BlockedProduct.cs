namespace DeepLearnPort;

/// <summary>
/// One product C = alpha·op(A)·op(B) (+ C), cut into tasks along its longest side. A cut along m lets each thread pack all of B once and
/// its own rows of A, one along n the reverse; a cut along k sums into matrices of its own that are added up in order. The cut follows
/// from m, n and k alone, so that the bits of the result are the same with any number of threads.
/// </summary>
internal sealed unsafe class BlockedProduct : Job
{
    // Multiplications worth handing to another thread: some 10-20 microseconds.
    private const double TaskSize = 1 << 19;
    // k of one packed panel: a panel of B stays in the first-level cache, a block of panels of A in the second.
    private const int LongestStep = 384;
    // Doubles of the operand that each thread packs whole.
    private const long HeldSize = 1 << 20;
    // Beyond so many tasks, none has fewer panels than this: what it packs must be used often enough.
    private const int ManyTasks = 16, PanelsPerTask = 6;
    private const int MostDepthTasks = 4;

    [ThreadStatic]
    private static BlockedProduct? _mine;

    private enum Cut { Rows, Columns, Depth }

    private readonly Tiles _tiles = Tiles.Best;
    private bool _transA, _transB, _add;
    private int _m, _n, _k, _lda, _ldb, _ldc;
    private double* _a, _b, _c;
    private double _alpha;
    private Cut _cut;
    private int _tasks, _blockSize, _step;
    private ThreadBuffers.Buffer _sums;
    private double* _partial;

    public static void Run(bool transA, bool transB, int m, int n, int k, double alpha, double* a, int lda, double* b, int ldb,
        double* c, int ldc, bool add)
    {
        var p = _mine ?? new BlockedProduct();
        _mine = null; // comes back when all has gone well
        (p._transA, p._transB, p._m, p._n, p._k, p._alpha) = (transA, transB, m, n, k, alpha);
        p._a = a;
        p._b = b;
        p._c = c;
        (p._lda, p._ldb, p._ldc, p._add) = (lda, ldb, ldc, add);
        p.Run();
        _mine = p;
    }

    private void Run()
    {
        int wanted = (int)Math.Min((double)_m * _n * _k / TaskSize, 1e6), blocks = 1;
        _cut = ChooseCut();
        _step = EvenStep(_k);
        switch (_cut)
        {
            case Cut.Rows:
                (blocks, _blockSize) = Held(_n, _tiles.Columns);
                _tasks = Tasks(wanted / blocks, Panels(_m, _tiles.Rows));
                break;
            case Cut.Columns:
                (blocks, _blockSize) = Held(_m, _tiles.Rows);
                _tasks = Tasks(wanted / blocks, Panels(_n, _tiles.Columns));
                break;
            default:
                _tasks = Math.Clamp(wanted, 1, MostDepthTasks);
                _step = EvenStep((_k + _tasks - 1) / _tasks);
                _partial = _sums.Get((nint)(_tasks - 1) * _m * _n);
                break;
        }
        WorkPool.Run(this, blocks * _tasks);
        if (_cut == Cut.Depth)
            AddPartialSums();
    }

    private Cut ChooseCut()
    {
        double rows = (double)_n * _k, columns = (double)_m * _k, depth = 3.0 * _m * _n;
        return depth < Math.Min(rows, columns) && depth < 1 << 20 ? Cut.Depth : rows <= columns ? Cut.Rows : Cut.Columns;
    }

    private static int Tasks(int wanted, int panels)
        => Math.Clamp(wanted, 1, Math.Max(Math.Min(panels, ManyTasks), panels / PanelsPerTask));

    // Blocks of the operand kept whole, and the rows or columns of each.
    private (int Blocks, int Size) Held(int across, int panel)
    {
        int panels = Panels(across, panel);
        int blocks = (int)Math.Min(panels, ((long)across * _k + HeldSize - 1) / HeldSize);
        int perBlock = (panels + blocks - 1) / blocks;
        return ((panels + perBlock - 1) / perBlock, perBlock * panel);
    }

    public override void Task(int task)
    {
        var buffers = ThreadBuffers.Mine;
        int part = task % _tasks, block = task / _tasks;
        switch (_cut)
        {
            case Cut.Rows: RowsTask(buffers, part, block); break;
            case Cut.Columns: ColumnsTask(buffers, part, block); break;
            default: DepthTask(buffers, part); break;
        }
        buffers.Trim();
    }

    private void RowsTask(ThreadBuffers buffers, int part, int block)
    {
        var (i, iEnd) = Share(_m, _tiles.Rows, part);
        int j = block * _blockSize, jEnd = Math.Min(_n, j + _blockSize);
        double* right = buffers.Right((nint)(jEnd - j) * _k);
        if (!buffers.Holds(RunNumber, block))
            for (int p = 0; p < _k; p += _step)
                PackB(j, jEnd, p, Math.Min(_k, p + _step), right + (nint)p * (jEnd - j));
        double* left = buffers.Left((nint)RoundUp(iEnd - i) * _step);
        for (int p = 0; p < _k; p += _step)
        {
            int pEnd = Math.Min(_k, p + _step);
            PackA(i, iEnd, p, pEnd, left);
            _tiles.Multiply(iEnd - i, jEnd - j, pEnd - p, left, right + (nint)p * (jEnd - j), _c + i + (nint)j * _ldc, _ldc,
                _alpha, _add || p > 0);
        }
    }

    private void ColumnsTask(ThreadBuffers buffers, int part, int block)
    {
        var (j, jEnd) = Share(_n, _tiles.Columns, part);
        int i = block * _blockSize, iEnd = Math.Min(_m, i + _blockSize), height = RoundUp(iEnd - i);
        double* left = buffers.Left((nint)height * _k);
        if (!buffers.Holds(RunNumber, block))
            for (int p = 0; p < _k; p += _step)
                PackA(i, iEnd, p, Math.Min(_k, p + _step), left + (nint)p * height);
        double* right = buffers.Right((nint)(jEnd - j) * _step);
        for (int p = 0; p < _k; p += _step)
        {
            int pEnd = Math.Min(_k, p + _step);
            PackB(j, jEnd, p, pEnd, right);
            _tiles.Multiply(iEnd - i, jEnd - j, pEnd - p, left + (nint)p * height, right, _c + i + (nint)j * _ldc, _ldc,
                _alpha, _add || p > 0);
        }
    }

    // The first part sums into C itself.
    private void DepthTask(ThreadBuffers buffers, int part)
    {
        int from = (int)((long)_k * part / _tasks), to = (int)((long)_k * (part + 1) / _tasks);
        double* target = part == 0 ? _c : _partial + (nint)(part - 1) * _m * _n;
        double* left = buffers.Left((nint)RoundUp(_m) * _step);
        double* right = buffers.Right((nint)_n * _step);
        for (int p = from; p < to; p += _step)
        {
            int pEnd = Math.Min(to, p + _step);
            PackA(0, _m, p, pEnd, left);
            PackB(0, _n, p, pEnd, right);
            _tiles.Multiply(_m, _n, pEnd - p, left, right, target, part == 0 ? _ldc : _m, _alpha, p > from || part == 0 && _add);
        }
    }

    // Column by column, so that each is still in the cache for the next part.
    private void AddPartialSums()
    {
        for (int j = 0; j < _n; j++)
        {
            var column = new Span<double>(_c + (nint)j * _ldc, _m);
            for (int part = 1; part < _tasks; part++)
                TensorPrimitives.Add(column, new ReadOnlySpan<double>(_partial + ((nint)(part - 1) * _n + j) * _m, _m), column);
        }
    }

    private void PackA(int i, int iEnd, int p, int pEnd, double* target)
        => _tiles.PackLeft(_transA, iEnd - i, pEnd - p, _transA ? _a + p + (nint)i * _lda : _a + i + (nint)p * _lda, _lda, target);

    private void PackB(int j, int jEnd, int p, int pEnd, double* target)
        => _tiles.PackRight(_transB, jEnd - j, pEnd - p, _transB ? _b + j + (nint)p * _ldb : _b + p + (nint)j * _ldb, _ldb, target);

    // Whole panels, as evenly as they go.
    private (int From, int To) Share(int across, int panel, int part)
    {
        int panels = Panels(across, panel);
        return ((int)((long)panels * part / _tasks) * panel, Math.Min(across, (int)((long)panels * (part + 1) / _tasks) * panel));
    }

    private int RoundUp(int rows) => (rows + _tiles.Width - 1) / _tiles.Width * _tiles.Width;

    private static int Panels(int across, int panel) => (across + panel - 1) / panel;

    // Equal steps along k, none longer than LongestStep.
    private static int EvenStep(int k)
    {
        int steps = (k + LongestStep - 1) / LongestStep;
        return (k + steps - 1) / steps;
    }
}
