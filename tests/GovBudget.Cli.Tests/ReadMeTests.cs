namespace GovBudget.Cli.Tests;

/// <summary>README tells the truth.</summary>
public class ReadMeTests
{
    private static readonly string ReadMe = File.ReadAllText(Path.Combine(Tool.Root, "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_screen_is_what_the_first_command_prints()
    {
        var command = ReadMe.Split('\n').Single(l => l.StartsWith("    dotnet run --project src/GovBudget.Cli -- ", StringComparison.Ordinal)).Split(" -- ")[1];
        var screen = ReadMe.Split("```text\n")[1].Split("```")[0].TrimEnd();
        var (exit, output, _) = Tool.Run(command.Split(' '));
        Assert.Equal(0, exit);
        Assert.StartsWith(screen, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_listed_exists_and_every_command_is_listed()
    {
        var listed = ReadMe.Split("## The tool\n")[1].Split("Exit codes")[0].Split('\n')
            .Where(l => l.StartsWith("    govbudget ", StringComparison.Ordinal)).Select(l => l.Trim().Split(' ')[1]).Order(StringComparer.Ordinal);
        var help = Tool.Run("--help").Output.Split("Commands:\n")[1].Split('\n')
            .Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l[2] != ' ').Select(l => l.Trim().Split(' ')[0]).Order(StringComparer.Ordinal);
        Assert.Equal(help, listed);
    }

    [Fact]
    public void Every_file_linked_is_there()
    {
        foreach (var link in ReadMe.Split("](").Skip(1).Select(p => p.Split(')')[0])) Assert.True(Path.Exists(Path.Combine(Tool.Root, link)), link);
    }
}
