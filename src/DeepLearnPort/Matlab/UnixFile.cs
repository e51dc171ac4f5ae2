using System.Runtime.InteropServices;

namespace DeepLearnPort;

/// <summary>What a path leads to on Unix, which .NET itself does not tell: a file or something else, and whose it is.</summary>
internal readonly partial record struct UnixFile(bool IsRegular, UnixFileMode Mode, uint User, uint Group)
{
    private const int TypeMask = 0xF000, Regular = 0x8000, ModeMask = 0xFFF;

    /// <summary>What is there behind all links; null where there is nothing, or the system is another.</summary>
    public static unsafe UnixFile? At(string path)
    {
        if (OperatingSystem.IsWindows())
            return null;
        // The runtime's own struct is the same on every Unix: flags, mode, user, group, then what is not needed here.
        int* status = stackalloc int[128];
        return Stat(path, status) == 0
            ? new((status[1] & TypeMask) == Regular, (UnixFileMode)(status[1] & ModeMask), (uint)status[2], (uint)status[3])
            : null;
    }

    /// <summary>Gives a file this owner and this group, as far as the user may.</summary>
    public void GiveOwnerTo(string path)
    {
        if (At(path) is { } now && (now.User, now.Group) != (User, Group) && ChangeOwner(path, User, Group) != 0)
            _ = ChangeOwner(path, uint.MaxValue, Group); // a member of the group may at least keep that
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Stat(string path, int* status);

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint user, uint group);
}
