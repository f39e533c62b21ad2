using System.IO.Compression;
using System.Runtime.InteropServices;

namespace GovBudget.Model.Pdf.Filters;

/// <summary>Deflate with or without a zlib header. A wrong header or checksum loses nothing, a damaged or cut stream only what comes after the
/// damage.</summary>
internal static class FlateDecoder
{
    private const int Chunk = 16384;

    /// <summary>Decodes; returns what was wrong, or null.</summary>
    public static string? Decode(ReadOnlyMemory<byte> data, ByteBuffer output)
    {
        data = data[HeaderLength(data.Span)..];
        if (data.Length == 0) return null;
        using var stream = Open(data);
        try
        {
            output.Room(Math.Min(data.Length * 4, 1 << 20));
            while (true)
            {
                var room = output.Room(Chunk);
                if (room.Length == 0)
                {
                    if (stream.ReadByte() >= 0) output.MarkFull();
                    return null;
                }

                int count = stream.Read(room);
                if (count == 0) break;
                output.Advance(count);
            }
        }
        catch (InvalidDataException)
        {
            Salvage(data, output);
            return "内容有误";
        }

        return EndsWithChecksum(data.Span, output.Written.Span) || !IsCut(data, output.Length) ? null : "不完整";
    }

    /// <summary>Whether the data ends (line ends aside) in the checksum of the output: then it is whole.</summary>
    private static bool EndsWithChecksum(ReadOnlySpan<byte> data, ReadOnlySpan<byte> output)
    {
        const uint Modulus = 65521;
        const int Step = 5552; // the most bytes before the sums overflow
        uint a = 1, b = 0;
        for (int start = 0; start < output.Length; start += Step)
        {
            foreach (byte value in output.Slice(start, Math.Min(Step, output.Length - start))) b += a += value;
            a %= Modulus;
            b %= Modulus;
        }

        Span<byte> checksum = [(byte)(b >> 8), (byte)b, (byte)(a >> 8), (byte)a];
        return data[Math.Max(0, data.Length - 8)..].IndexOf(checksum) >= 0;
    }

    /// <summary>Whether the compressed data stops before its end, which the framework's reader does not tell: bytes put after it then change what it
    /// gives.</summary>
    private static bool IsCut(ReadOnlyMemory<byte> data, int length)
    {
        var longer = new byte[data.Length + 64];
        data.Span.CopyTo(longer);
        longer.AsSpan(data.Length).Fill(0xFF);
        using var stream = Open(longer);
        var chunk = new byte[Chunk];
        try
        {
            long total = 0;
            for (int count = stream.Read(chunk); count > 0 && total <= length; count = stream.Read(chunk)) total += count;
            return total != length;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    /// <summary>Length of the zlib header, and of white space that some writers put before it.</summary>
    private static int HeaderLength(ReadOnlySpan<byte> data)
    {
        int skip = 0;
        while (skip < data.Length && data[skip] is 10 or 13 or 32) skip++;
        if (IsHeader(data[skip..])) return Math.Min(data.Length, skip + ((data[skip + 1] & 0x20) != 0 ? 6 : 2));
        return data.Length > 2 && (data[0] & 0x0F) == 8 && (data[0] >> 4) <= 7 ? 2 : 0;
    }

    private static bool IsHeader(ReadOnlySpan<byte> data) =>
        data.Length >= 2 && (data[0] & 0x0F) == 8 && (data[0] >> 4) <= 7 && ((data[0] << 8) | data[1]) % 31 == 0;

    /// <summary>The framework's reader drops the part of a block before the damage: read that block again, byte by byte.</summary>
    private static void Salvage(ReadOnlyMemory<byte> data, ByteBuffer output)
    {
        using var stream = Open(data);
        var skipped = new byte[Chunk];
        try
        {
            for (int left = output.Length; left > 0;)
            {
                int count = stream.Read(skipped, 0, Math.Min(left, Chunk));
                if (count == 0) return;
                left -= count;
            }

            for (int value = stream.ReadByte(); value >= 0 && !output.IsFull; value = stream.ReadByte()) output.Add((byte)value);
        }
        catch (InvalidDataException)
        {
            // The damage itself: everything before it is kept.
        }
    }

    private static DeflateStream Open(ReadOnlyMemory<byte> data)
    {
        var source = MemoryMarshal.TryGetArray(data, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(data.ToArray());
        return new DeflateStream(source, CompressionMode.Decompress);
    }
}
