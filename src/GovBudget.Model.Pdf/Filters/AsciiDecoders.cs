namespace GovBudget.Model.Pdf.Filters;

/// <summary>The two filters that carry bytes as printable characters.</summary>
internal static class AsciiDecoders
{
    public static void Hexadecimal(ReadOnlySpan<byte> data, ByteBuffer output)
    {
        int high = -1;
        foreach (byte b in data)
        {
            if (b == '>') break;
            if (!char.IsAsciiHexDigit((char)b)) continue;
            int value = Convert.ToInt32(((char)b).ToString(), 16);
            if (high < 0) high = value;
            else
            {
                output.Add((byte)((high << 4) | value));
                high = -1;
            }
        }

        if (high >= 0) output.Add((byte)(high << 4));
    }

    public static void Base85(ReadOnlySpan<byte> data, ByteBuffer output)
    {
        uint group = 0;
        int count = 0;
        if (data.StartsWith("<~"u8)) data = data[2..];
        foreach (byte b in data)
        {
            if (b == '~') break;
            if (b == 'z' && count == 0)
            {
                output.Add([0, 0, 0, 0]);
                continue;
            }

            if (b is < (byte)'!' or > (byte)'u') continue;
            group = unchecked((group * 85) + (uint)(b - '!'));
            if (++count < 5) continue;
            for (int shift = 24; shift >= 0; shift -= 8) output.Add((byte)(group >> shift));
            (group, count) = (0, 0);
        }

        if (count < 2) return;
        for (int i = count; i < 5; i++) group = unchecked((group * 85) + 84);
        for (int i = 0; i < count - 1; i++) output.Add((byte)(group >> (24 - (8 * i))));
    }
}
