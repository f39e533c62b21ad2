namespace GovBudget.Model.Excel.Reading;

/// <summary>How many bytes of a workbook may still be inflated.</summary>
internal sealed class InflationBudget(string file, WorkbookLimits limits)
{
    private const long RatioFrom = 4 << 20;
    private long _total;

    public void Spend(int bytes, string part, long partBytes, long packedBytes)
    {
        _total += bytes;
        if (_total > limits.InflatedBytes) throw Unreadable.BeyondLimit(file, $"部件 {part} 解压后超出总量上限 {limits.InflatedBytes >> 20} MiB（可能是压缩炸弹）");
        if (partBytes > RatioFrom && partBytes / Math.Max(1, packedBytes) > limits.InflationRatio)
        {
            throw Unreadable.BeyondLimit(file, $"部件 {part} 解压超过 {limits.InflationRatio} 倍（可能是压缩炸弹）");
        }
    }
}

/// <summary>A part being inflated, counted.</summary>
internal sealed class BoundedStream(Stream inner, InflationBudget budget, string part, long packedBytes) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _read += count;
        budget.Spend(count, part, _read, packedBytes);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
