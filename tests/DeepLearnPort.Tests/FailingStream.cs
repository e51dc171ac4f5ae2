namespace DeepLearnPort.Tests;

/// <summary>A stream that fails at one of its calls, to break off what draws from it in the middle.</summary>
internal sealed class FailingStream(int failingCall) : RandStream
{
    private readonly OctaveStream _stream = new(0);
    private int _calls;

    public override string Engine => _stream.Engine;

    public override void Rand(Span<double> destination) => Counted().Rand(destination);

    public override void Randn(Span<double> destination) => Counted().Randn(destination);

    public override int[] Randperm(int n, int? k = null) => Counted().Randperm(n, k);

    public override void Randi(long low, long high, Span<double> destination) => Counted().Randi(low, high, destination);

    public override double[] GetState(string function, string method) => _stream.GetState(function, method);

    public override void SetState(string function, string method, ReadOnlySpan<double> value) =>
        _stream.SetState(function, method, value);

    public override void Reseed(double seed, string? generator = null) => _stream.Reseed(seed, generator);

    public override void Reset() => _stream.Reset();

    public override void Shuffle() => _stream.Shuffle();

    public override RngState Save() => _stream.Save();

    public override void Load(RngState state) => _stream.Load(state);

    public override RandStream Clone() => _stream.Clone();

    private OctaveStream Counted() => _calls++ < failingCall ? _stream : throw new InvalidOperationException("no more draws");
}
