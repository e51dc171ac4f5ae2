using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace DeepLearnPort;

/// <summary>A piece of work cut into tasks that may run in any order, on any thread.</summary>
internal abstract class Job
{
    /// <summary>Set by the pool, different for every run: what a thread has prepared for one run is worth nothing in the next.</summary>
    public long RunNumber;

    /// <summary>Does task number <paramref name="task"/> (from 0), on the calling thread.</summary>
    public abstract void Task(int task);
}

/// <summary>
/// One set of threads for everything that is computed in parallel. The caller takes tasks too, one at a time like every worker, so that
/// it waits for no sleeping worker: at the end, at most for the tasks that others have in hand. One caller has the workers at a time;
/// a second one meanwhile does its tasks alone. How work is cut into tasks must not depend on the number of threads.
/// A task may fail: the others are done nevertheless, the caller gets the exception as it was, and the pool is as before.
/// </summary>
internal static class WorkPool
{
    // A worker with nothing to do keeps looking for work this long before it goes to sleep, giving way to whoever else wants its
    // processor: longer than the gaps in a training, since one that is woken is often put on the caller's processor, and the two take
    // turns there for some milliseconds until one of them is moved.
    private const double LingerMicroseconds = 3000;
    // When another's last task takes this much longer than the caller's own did, it lost its processor: others hold the cores, and the
    // caller goes on alone for a while, which is twice as long as the last time if that was not long ago.
    private const double LateMicroseconds = 200;
    private const double LeastAloneMilliseconds = 4, MostAloneMilliseconds = 32;

    private const string Variable = "DEEPLEARNPORT_THREADS";
    private const int MostThreads = 1024;

    private static readonly SemaphoreSlim Alarm = new(0);
    private static readonly long LingerTicks = Ticks(LingerMicroseconds);
    private static readonly long LateTicks = Ticks(LateMicroseconds);
    private static readonly long LeastAloneTicks = Ticks(1000 * LeastAloneMilliseconds);
    private static readonly long MostAloneTicks = Ticks(1000 * MostAloneMilliseconds);

    // (run << 32) | tasks not yet handed out. A thread takes a task by subtracting one, which fails when another run began meanwhile;
    // when it succeeds, the fields below are those of that run until the task is done.
    private static long _ticket;
    private static Job? _job;
    private static int _tasks;
    private static int _unfinished;
    // Of the first task, in their order, that failed.
    private static Exception? _failure;
    private static int _failed;
    private static readonly Lock Failing = new();

    [ThreadStatic]
    private static bool _alone;

    private static int _taken;
    private static int _workers, _mostWorkers = int.MaxValue;
    private static int _asleep;
    private static long _aloneUntil, _aloneTicks;
    private static long _runs;
    private static int _threads;

    /// <summary>
    /// Threads used at most, the caller's included: all cores, or what the environment variable <c>DEEPLEARNPORT_THREADS</c> says.
    /// Results do not depend on it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The environment variable holds no number of threads.</exception>
    public static int Threads
    {
        get
        {
            if (_threads == 0)
                Interlocked.CompareExchange(ref _threads, Asked(Environment.GetEnvironmentVariable(Variable)), 0);
            return _threads;
        }
        set => _threads = Math.Clamp(value, 1, MostThreads);
    }

    /// <summary>From now on the calling thread does all its tasks itself.</summary>
    public static void WorkAlone() => _alone = true;

    /// <summary>The number of threads that a value of the environment variable asks for; all cores where there is none.</summary>
    /// <exception cref="InvalidOperationException">It is no number of threads.</exception>
    public static int Asked(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return Math.Min(Environment.ProcessorCount, MostThreads);
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= MostThreads
            ? n
            : throw new InvalidOperationException(
                $"{Variable} must be a whole number from 1 to {MostThreads}, or not be set for all cores; is '{value}'");
    }

    /// <summary>Runs tasks 0 … <paramref name="count"/> − 1 of a job and returns when all are done.</summary>
    public static void Run(Job work, int count)
    {
        Interrupt.Check();
        bool several = Threads > 1;
        work.RunNumber = Interlocked.Increment(ref _runs);
        if (count > 1 && several && !_alone && Stopwatch.GetTimestamp() >= _aloneUntil
            && Interlocked.CompareExchange(ref _taken, 1, 0) == 0)
            RunShared(work, count);
        else
            for (int i = 0; i < count; i++)
                work.Task(i);
    }

    private static void RunShared(Job work, int count)
    {
        long start = Stopwatch.GetTimestamp();
        int helpers = Math.Min(Math.Min(_threads, count) - 1, _mostWorkers);
        if (_workers < helpers && (_workers = Start(_workers, helpers, StartWorker)) < helpers)
            helpers = _mostWorkers = _workers;
        _job = work;
        _tasks = count;
        _unfinished = count;
        Volatile.Write(ref _ticket, work.RunNumber << 32 | (uint)count);
        Interlocked.MemoryBarrier();
        int toWake = Math.Min(_asleep, helpers);
        if (toWake > 0)
            Alarm.Release(toWake);

        int done = 0;
        for (; TakeTask(); done++)
        {
        }
        WaitForOthers(start, done);
        _job = null;
        var thrown = _failure;
        _failure = null;
        Volatile.Write(ref _taken, 0);
        if (thrown != null)
            ExceptionDispatchInfo.Throw(thrown);
    }

    /// <summary>Starts workers up to the number wanted, or as many as the system has threads for; returns how many run.</summary>
    public static int Start(int running, int wanted, Action<int> start)
    {
        try
        {
            for (; running < wanted; running++)
                start(running);
        }
        catch (Exception e) when (e is OutOfMemoryException or ThreadStartException)
        {
            // Fewer do the same work.
        }
        return running;
    }

    private static void StartWorker(int number)
        => new Thread(Work) { IsBackground = true, Name = "DeepLearnPort worker" }.Start(number);

    // Does one task, if there is one left.
    private static bool TakeTask()
    {
        while (true)
        {
            long seen = Volatile.Read(ref _ticket);
            int left = (int)(seen & uint.MaxValue);
            if (left == 0)
                return false;
            if (Interlocked.CompareExchange(ref _ticket, seen - 1, seen) != seen)
                continue;
            Do(_job!, _tasks - left);
            return true;
        }
    }

    private static void Do(Job work, int task)
    {
        try
        {
            work.Task(task);
        }
        catch (Exception e)
        {
            lock (Failing)
                if (_failure is null || task < _failed)
                    (_failure, _failed) = (e, task);
        }
        Interlocked.Decrement(ref _unfinished);
    }

    private static void WaitForOthers(long start, int done)
    {
        if (Volatile.Read(ref _unfinished) == 0)
            return;
        long waiting = Stopwatch.GetTimestamp();
        for (int spin = 0; Volatile.Read(ref _unfinished) > 0; spin++)
            if (spin < 40)
                Thread.SpinWait(4);
            else
                Thread.Yield();
        long now = Stopwatch.GetTimestamp();
        long usual = (waiting - start) / Math.Max(1, done);
        if (now - waiting <= 2 * usual + LateTicks)
            return;
        _aloneTicks = now - _aloneUntil < MostAloneTicks ? Math.Min(2 * _aloneTicks, MostAloneTicks) : LeastAloneTicks;
        _aloneUntil = now + _aloneTicks;
    }

    private static void Work(object? number)
    {
        int mine = (int)number!;
        long idleSince = Stopwatch.GetTimestamp();
        while (true)
        {
            if (mine < _threads - 1 && TakeTask())
            {
                idleSince = Stopwatch.GetTimestamp();
            }
            else if (Stopwatch.GetTimestamp() - idleSince < LingerTicks)
            {
                Thread.SpinWait(8);
                Thread.Yield();
            }
            else
            {
                Sleep();
                idleSince = Stopwatch.GetTimestamp();
            }
        }
    }

    private static void Sleep()
    {
        Interlocked.Increment(ref _asleep);
        if ((Volatile.Read(ref _ticket) & uint.MaxValue) == 0)
            Alarm.Wait();
        Interlocked.Decrement(ref _asleep);
    }

    private static long Ticks(double microseconds) => (long)(microseconds * Stopwatch.Frequency / 1e6);
}
