using System.Buffers.Binary;

namespace GovBudget.Model.Excel.Writing;

/// <summary>Sets every time stamp in a zip to 1 January 1980, so that the same content gives the same bytes.</summary>
internal static class ZipTimes
{
    private const uint LocalHeader = 0x04034B50, CentralHeader = 0x02014B50, EndOfCentral = 0x06054B50;

    /// <summary>1980-01-01 00:00:00 as DOS writes it: time, then date.</summary>
    private const uint Fixed = 0x0021_0000;

    public static void Fix(Span<byte> zip)
    {
        var end = zip.Length - 22;
        while (end >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(zip[end..]) != EndOfCentral) end--;
        if (end < 0) throw new InvalidDataException("no central directory");
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(zip[(end + 10)..]);
        var at = (int)BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
        for (var i = 0; i < entries && BinaryPrimitives.ReadUInt32LittleEndian(zip[at..]) == CentralHeader; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(zip[(at + 12)..], Fixed);
            var local = (int)BinaryPrimitives.ReadUInt32LittleEndian(zip[(at + 42)..]);
            if (BinaryPrimitives.ReadUInt32LittleEndian(zip[local..]) == LocalHeader) BinaryPrimitives.WriteUInt32LittleEndian(zip[(local + 10)..], Fixed);
            at += 46 + BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 28)..])
                + BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 30)..]) + BinaryPrimitives.ReadUInt16LittleEndian(zip[(at + 32)..]);
        }
    }
}
