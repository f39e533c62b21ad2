using System.Buffers.Binary;
using System.Text;

namespace GovBudget.Model.Excel.Reading;

/// <summary>A compound file (MS-CFB): streams in chains of sectors, as .xls files are stored.</summary>
internal sealed class CompoundFile
{
    private const int EndOfChain = -2;
    private const int HeaderSectors = 109;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _sectorSize;
    private readonly List<int> _fat = [];

    /// <summary>Opens the file's table of sectors.</summary>
    /// <exception cref="InvalidDataException">The file's tables lead nowhere or in circles.</exception>
    public CompoundFile(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        var shift = bytes.Length < 512 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[0x1E..]);
        if (shift is < 7 or > 16) throw new InvalidDataException("sector size");
        _sectorSize = 1 << shift;
        var tables = new List<int>();
        for (var i = 0; i < HeaderSectors; i++) tables.Add(Int(0x4C + 4 * i));
        var (next, steps) = (Int(0x44), 0);
        while (next >= 0 && steps++ < bytes.Length / _sectorSize)
        {
            var sector = Sector(next);
            for (var i = 0; i + 8 <= _sectorSize; i += 4) tables.Add(BinaryPrimitives.ReadInt32LittleEndian(sector[i..]));
            next = BinaryPrimitives.ReadInt32LittleEndian(sector[(_sectorSize - 4)..]);
        }

        foreach (var table in tables.Where(t => t >= 0))
        {
            if ((long)_fat.Count * _sectorSize > bytes.Length + (long)_sectorSize * _sectorSize) break;
            var sector = Sector(table);
            for (var i = 0; i + 4 <= _sectorSize; i += 4) _fat.Add(BinaryPrimitives.ReadInt32LittleEndian(sector[i..]));
        }
    }

    /// <summary>The stream of the first of those names that the file has; null where it has none.</summary>
    public byte[]? Stream(params ReadOnlySpan<string> names)
    {
        var directory = Chain(Int(0x30), _fat, _sectorSize, i => Sector(i));
        foreach (var name in names)
        {
            if (Entry(directory, name) is not { } entry) continue;
            var data = directory.AsSpan(entry, 128);
            var first = BinaryPrimitives.ReadInt32LittleEndian(data[116..]);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(data[120..]);
            var content = size < 4096 ? Small(directory, first) : Chain(first, _fat, _sectorSize, i => Sector(i));
            if (size > content.Length) throw new InvalidDataException("stream is cut short");
            return content[..(int)size];
        }

        return null;
    }

    private delegate ReadOnlySpan<byte> SectorOf(int index);

    private static int? Entry(byte[] directory, string name)
    {
        var wanted = Encoding.Unicode.GetBytes(name + "\0");
        for (var at = 0; at + 128 <= directory.Length; at += 128)
        {
            if (directory[at + 64] == wanted.Length && directory.AsSpan(at, wanted.Length).SequenceEqual(wanted)) return at;
        }

        return null;
    }

    /// <summary>Streams below 4,096 bytes stand in sectors of 64 inside the root entry's stream.</summary>
    private byte[] Small(byte[] directory, int first)
    {
        var container = Chain(BinaryPrimitives.ReadInt32LittleEndian(directory.AsSpan(116)), _fat, _sectorSize, i => Sector(i));
        var table = Chain(Int(0x3C), _fat, _sectorSize, i => Sector(i));
        var fat = new List<int>();
        for (var i = 0; i + 4 <= table.Length; i += 4) fat.Add(BinaryPrimitives.ReadInt32LittleEndian(table.AsSpan(i)));
        return Chain(first, fat, 64,
            i => (long)(i + 1) * 64 <= container.Length ? container.AsSpan(i * 64, 64) : throw new InvalidDataException("small sector"));
    }

    private static byte[] Chain(int first, List<int> fat, int size, SectorOf sector)
    {
        var output = new MemoryStream();
        var steps = 0;
        for (var at = first; at != EndOfChain; at = fat[at])
        {
            if (at < 0 || at >= fat.Count || steps++ > fat.Count) throw new InvalidDataException("chain of sectors");
            output.Write(sector(at)[..size]);
        }

        return output.ToArray();
    }

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.Span[at..]);

    private ReadOnlySpan<byte> Sector(int index)
    {
        var at = (index + 1L) * _sectorSize;
        if (index < 0 || at >= _bytes.Length) throw new InvalidDataException("sector outside the file");
        if (at + _sectorSize <= _bytes.Length) return _bytes.Span.Slice((int)at, _sectorSize);
        var last = new byte[_sectorSize];
        _bytes.Span[(int)at..].CopyTo(last);
        return last;
    }
}
