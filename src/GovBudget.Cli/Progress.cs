namespace GovBudget.Cli;

/// <summary>One line on stderr that says which of several files is being read; nothing where stderr is no terminal or there is one file only.</summary>
internal sealed class Progress : IDisposable
{
    private readonly int _total;
    private readonly bool _shown;
    private int _done;

    private Progress(int total)
    {
        _total = total;
        _shown = total > 1 && !Console.IsErrorRedirected;
    }

    public static Progress Start(int total) => new(total);

    public void Next(string file)
    {
        _done++;
        if (_shown) Console.Error.Write($"\r\u001b[K[{_done}/{_total}] {Path.GetFileName(file)}");
    }

    public void Clear()
    {
        if (_shown) Console.Error.Write("\r\u001b[K");
    }

    public void Dispose() => Clear();
}
