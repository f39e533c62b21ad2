using System.ComponentModel;
using System.Diagnostics;

namespace GovBudget.Model.Pdf.Recognition;

/// <summary>Runs a program of the machine and gives what it prints.</summary>
internal static class ExternalProgram
{
    /// <summary>Runs it to its end; it is ended where it takes too long or the work is cancelled.</summary>
    /// <exception cref="RecognitionException">It cannot be started, takes too long, or ends with an error.</exception>
    public static byte[] Run(string program, string[] arguments, ReadOnlyMemory<byte> input, TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program,
            arguments)
        { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        start.Environment["OMP_THREAD_LIMIT"] = "1"; // threads cost the program more than they give on short lines
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            throw new RecognitionException($"无法运行 {program}：{error.Message}", error);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        using var stopped = limit.Token.Register(() => End(process));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = Task.Run(
            () =>
            {
                using var copy = new MemoryStream();
                process.StandardOutput.BaseStream.CopyTo(copy);
                return copy.ToArray();
            },
            CancellationToken.None);
        try
        {
            process.StandardInput.BaseStream.Write(input.Span);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says why.
        }

        process.WaitForExit();
        byte[] bytes = output.GetAwaiter().GetResult();
        string message = errors.GetAwaiter().GetResult();
        cancellationToken.ThrowIfCancellationRequested();
        if (limit.IsCancellationRequested) throw new RecognitionException($"{program} 超过 {patience.TotalSeconds:0} 秒未结束，已停止。");
        if (process.ExitCode != 0) throw new RecognitionException($"{program} 出错（退出码 {process.ExitCode}）：{message.ReplaceLineEndings(" ").Trim()}");
        return bytes;
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
