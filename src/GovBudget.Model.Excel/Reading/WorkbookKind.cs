using System.Text;

namespace GovBudget.Model.Excel.Reading;

/// <summary>What the first bytes of a file say it is.</summary>
internal static class WorkbookKind
{
    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> SevenZip => [0x37, 0x7A, 0xBC, 0xAF];

    private static ReadOnlySpan<byte> GZip => [0x1F, 0x8B];

    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8);

    public static bool IsCompound(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Compound);

    /// <summary>Whether the bytes are a workbook stream outside any container, as Excel 2 to 4 and some programs write them.</summary>
    public static bool IsBareStream(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 8 && bytes[0] == 9 && bytes[1] is 0 or 2 or 4 or 8 && bytes[2] is >= 4 and <= 16 && bytes[3] == 0;

    /// <summary>Whether a compound file has a stream of that name: its directory holds entries of 128 bytes.</summary>
    public static bool HasStream(ReadOnlySpan<byte> bytes, string stream)
    {
        var name = Encoding.Unicode.GetBytes(stream + "\0");
        for (var at = 512; at + 128 <= bytes.Length; at += 128)
        {
            if (bytes[at + 64] == name.Length && bytes[at + 65] == 0 && bytes[at..].StartsWith(name)) return true;
        }

        return false;
    }

    /// <summary>In words, what a file that is no workbook seems to be.</summary>
    public static string Describe(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8)) return "是 PDF 文件";
        if (bytes.StartsWith(Png) || bytes.StartsWith(Jpeg) || bytes.StartsWith("GIF8"u8) || bytes.StartsWith("BM"u8)) return "是图片";
        if (bytes.StartsWith("Rar!"u8) || bytes.StartsWith(SevenZip) || bytes.StartsWith(GZip)) return "是压缩包，请先解压";
        var start = Encoding.UTF8.GetString(bytes[..Math.Min(512, bytes.Length)]).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<table", StringComparison.OrdinalIgnoreCase)) return "是网页（HTML），扩展名不能当真；请用 Excel 另存为 .xlsx";
        if (start.StartsWith("<?xml", StringComparison.Ordinal) || start.StartsWith('<')) return "是 XML 文件；若由 Excel 2003 存成，请用 Excel 另存为 .xlsx";
        return bytes[..Math.Min(512, bytes.Length)].Contains((byte)0) ? "不认识的二进制文件" : "是文本文件";
    }
}
