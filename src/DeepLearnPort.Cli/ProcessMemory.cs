using System.Reflection;

namespace DeepLearnPort.Cli;

/// <summary>Keeps what a stranger's file asks for from taking the whole machine.</summary>
internal static class ProcessMemory
{
    /// <summary>
    /// From now on a request beyond so many gigabytes of managed memory fails; a process that only hosts dlport stays as it is.
    /// </summary>
    public static void Limit(double gigabytes)
    {
        if (Assembly.GetEntryAssembly() != typeof(ProcessMemory).Assembly)
            return;
        double there = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        AppContext.SetData("GCHeapHardLimit", (ulong)Math.Min(gigabytes * (1L << 30), there));
        GC.RefreshMemoryLimit();
    }
}
