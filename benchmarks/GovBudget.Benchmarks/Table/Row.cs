using System.Globalization;

namespace GovBudget.Benchmarks.Table;

/// <summary>A line of the table: what was measured, and a peer on the same in the same run.</summary>
/// <param name="What">In words.</param>
/// <param name="Time">Ours.</param>
/// <param name="Rate">How much that is in a second, or how large it is.</param>
/// <param name="Memory">Allocated by ours, or its peak.</param>
internal sealed record Row(string What, string Time = "", string Rate = "", string Memory = "")
{
    /// <summary>Who else.</summary>
    public string Peer { get; init; } = "";

    /// <summary>The peer's time.</summary>
    public string PeerTime { get; init; } = "";

    /// <summary>Our time by the peer's.</summary>
    public string TimeRatio { get; init; } = "";

    /// <summary>Allocated by the peer.</summary>
    public string PeerMemory { get; init; } = "";

    /// <summary>Ours by the peer's.</summary>
    public string MemoryRatio { get; init; } = "";

    /// <summary>What it should be, and whether it is.</summary>
    public string Aim { get; init; } = "";

    /// <summary>A line that opens a part of the table.</summary>
    public static Row Head(string title) => new($"**{title}**");

    /// <summary>With a peer beside it.</summary>
    public Row Against(string peer, Measure ours, Measure theirs) => this with
    {
        Peer = peer,
        PeerTime = Text.Time(theirs.Seconds),
        TimeRatio = Text.Number(ours.Seconds / theirs.Seconds),
        PeerMemory = theirs.Bytes is { } bytes ? Text.Bytes(bytes) : "",
        MemoryRatio = ours.Bytes is { } our && theirs.Bytes is { } their ? Text.Number((double)our / their) : "",
    };

    /// <summary>With an aim and whether it is met.</summary>
    public Row Aiming(string aim, bool met) => this with { Aim = $"{aim}: {(met ? "met" : "**missed**")}" };

    /// <summary>As a line of Markdown.</summary>
    public override string ToString() => $"| {string.Join(" | ", What, Time, Rate, Memory, Peer, PeerTime, TimeRatio, PeerMemory, MemoryRatio, Aim)} |";
}

/// <summary>What one operation took.</summary>
/// <param name="Seconds">Time.</param>
/// <param name="Bytes">Allocated, where it was counted.</param>
internal readonly record struct Measure(double Seconds, long? Bytes = null);

/// <summary>Figures as the table prints them: three digits that count.</summary>
internal static class Text
{
    public static string Time(double seconds) => seconds switch
    {
        < 0.001 => $"{Number(seconds * 1e6)} µs",
        < 1 => $"{Number(seconds * 1e3)} ms",
        _ => $"{Number(seconds)} s",
    };

    public static string Bytes(double bytes) => bytes switch
    {
        < 1e6 => $"{Number(bytes / 1e3)} kB",
        < 1e9 => $"{Number(bytes / 1e6)} MB",
        _ => $"{Number(bytes / 1e9)} GB",
    };

    public static string Number(double value) =>
        value.ToString(value switch { < 1 => "0.00", < 10 => "0.0#", < 100 => "0.0", _ => "#,##0" }, CultureInfo.InvariantCulture);

    public static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
