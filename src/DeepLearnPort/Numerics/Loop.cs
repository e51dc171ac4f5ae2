namespace DeepLearnPort;

/// <summary>
/// A loop over elements that do not depend on one another, on all cores when it is long. The state goes to the body instead of being captured,
/// so that nothing is allocated.
/// </summary>
internal sealed class Loop<T> : Job
{
    [ThreadStatic]
    private static Loop<T>? _mine;

    private Body _body = null!;
    private T _state = default!;
    private int _length, _part;

    /// <summary>Does elements <paramref name="from"/> … <paramref name="to"/> − 1.</summary>
    public delegate void Body(T state, int from, int to);

    /// <summary>Runs over 0 … <paramref name="length"/> − 1, cut after every <paramref name="part"/> elements, whatever the number of threads.</summary>
    public static void Run(int length, int part, T state, Body body)
    {
        var loop = _mine ?? new Loop<T>();
        _mine = null; // comes back when all has gone well: neither a failure nor a loop inside the body finds it half used
        (loop._body, loop._state, loop._length, loop._part) = (body, state, length, part);
        WorkPool.Run(loop, Lengths.Parts(length, part));
        loop._state = default!; // keeps nothing alive
        _mine = loop;
    }

    public override void Task(int task)
    {
        int from = task * _part;
        _body(_state, from, Lengths.EndOfPart(from, _part, _length));
    }
}
