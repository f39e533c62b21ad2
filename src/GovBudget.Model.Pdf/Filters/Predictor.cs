using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Filters;

/// <summary>Undoes the PNG and TIFF differencing that Flate and LZW data may carry.</summary>
internal static class Predictor
{
    public static ReadOnlyMemory<byte> Undo(ReadOnlyMemory<byte> data, PdfDictionary settings)
    {
        int kind = settings.Integer("Predictor", 1);
        if (kind <= 1) return data;
        int colors = Math.Clamp(settings.Integer("Colors", 1), 1, 64);
        int bits = Math.Clamp(settings.Integer("BitsPerComponent", 8), 1, 16);
        int columns = Math.Clamp(settings.Integer("Columns", 1), 1, 1 << 22);
        int pixel = Math.Max(1, colors * bits / 8), row = (int)((((long)colors * bits * columns) + 7) / 8);
        return kind == 2 ? Tiff(data.ToArray(), bits, colors, row) : Png(data.Span, pixel, row);
    }

    private static byte[] Tiff(byte[] data, int bits, int colors, int row)
    {
        for (int start = 0; start + row <= data.Length; start += row)
        {
            var line = data.AsSpan(start, row);
            if (bits == 8)
            {
                for (int i = colors; i < row; i++) line[i] += line[i - colors];
            }
            else if (bits == 16)
            {
                for (int i = 2 * colors; i + 1 < row; i += 2)
                {
                    int sum = ((line[i] << 8) | line[i + 1]) + ((line[i - (2 * colors)] << 8) | line[i - (2 * colors) + 1]);
                    (line[i], line[i + 1]) = ((byte)(sum >> 8), (byte)sum);
                }
            }
        }

        return data;
    }

    private static Memory<byte> Png(ReadOnlySpan<byte> data, int pixel, int row)
    {
        int rows = (int)(((long)data.Length + row) / ((long)row + 1));
        var output = new byte[Math.Min((long)rows * row, data.Length)];
        int written = 0;
        for (int r = 0; r < rows; r++)
        {
            var source = data[(int)Math.Min(data.Length, (long)r * (row + 1))..];
            if (source.Length < 2) break;
            int count = Math.Min(Math.Min(row, source.Length - 1), output.Length - written);
            var line = output.AsSpan(written, count);
            source.Slice(1, count).CopyTo(line);
            var above = r == 0 ? ReadOnlySpan<byte>.Empty : output.AsSpan(written - row, row);
            Row(source[0], line, above, pixel);
            written += count;
        }

        return output.AsMemory(0, written);
    }

    private static void Row(byte type, Span<byte> line, ReadOnlySpan<byte> above, int pixel)
    {
        if (type == 0) return;
        for (int i = 0; i < line.Length; i++)
        {
            int left = i >= pixel ? line[i - pixel] : 0;
            int up = i < above.Length ? above[i] : 0;
            int corner = i >= pixel && i - pixel < above.Length ? above[i - pixel] : 0;
            line[i] += type switch
            {
                1 => (byte)left,
                2 => (byte)up,
                3 => (byte)((left + up) / 2),
                4 => (byte)Paeth(left, up, corner),
                _ => 0,
            };
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        int p = left + up - corner, a = Math.Abs(p - left), b = Math.Abs(p - up), c = Math.Abs(p - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
