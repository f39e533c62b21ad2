namespace GovBudget.Model.Pdf.Filters;

/// <summary>Collects decoded bytes up to a limit; what comes after it is dropped and <see cref="IsFull"/> tells.</summary>
internal sealed class ByteBuffer(int limit)
{
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public bool IsFull { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Add(byte value)
    {
        if (Length == _bytes.Length && !Grow(1)) return;
        _bytes[Length++] = value;
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        if (Length + values.Length > _bytes.Length) Grow(values.Length);
        int fits = Math.Min(values.Length, _bytes.Length - Length);
        values[..fits].CopyTo(_bytes.AsSpan(Length));
        Length += fits;
        if (fits < values.Length) IsFull = true;
    }

    /// <summary>Room to write into, empty when the limit is reached; what was written must be told to <see cref="Advance"/>.</summary>
    public Span<byte> Room(int wanted)
    {
        if (_bytes.Length - Length < wanted) Grow(wanted);
        return _bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    public void MarkFull() => IsFull = true;

    private bool Grow(int wanted)
    {
        long size = Math.Min(limit, Math.Max((long)Length + wanted, Math.Max(1024L, _bytes.Length * 2L)));
        if (size <= _bytes.Length)
        {
            IsFull = true;
            return false;
        }

        Array.Resize(ref _bytes, (int)size);
        return true;
    }
}
