namespace GovBudget.Model.Pdf.Filters;

/// <summary>Run lengths: 0–127 that many bytes and one more follow, 129–255 one byte is repeated, 128 ends.</summary>
internal static class RunLengthDecoder
{
    public static void Decode(ReadOnlySpan<byte> data, ByteBuffer output)
    {
        for (int i = 0; i < data.Length && data[i] != 128 && !output.IsFull;)
        {
            int length = data[i++];
            if (length < 128)
            {
                int count = Math.Min(length + 1, data.Length - i);
                output.Add(data.Slice(i, count));
                i += count;
            }
            else if (i < data.Length)
            {
                for (int k = 0; k < 257 - length; k++) output.Add(data[i]);
                i++;
            }
        }
    }
}
