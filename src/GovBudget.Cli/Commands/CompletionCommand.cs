using System.CommandLine;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget completion</c>: the script that makes a shell complete commands and options. The script asks the tool itself, so it never goes
/// stale.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            # govbudget completion bash > ~/.local/share/bash-completion/completions/govbudget
            _govbudget() {
                local IFS=$'\n'
                COMPREPLY=($(compgen -o default -W "$(govbudget "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _govbudget govbudget
            """,
        ["zsh"] = """
            #compdef govbudget
            # govbudget completion zsh > "${fpath[1]}/_govbudget"
            _govbudget() {
                local -a suggestions
                suggestions=("${(@f)$(govbudget "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
                compadd -- $suggestions
                _files
            }
            compdef _govbudget govbudget
            """,
        ["fish"] = """
            # govbudget completion fish > ~/.config/fish/completions/govbudget.fish
            complete -c govbudget -a '(govbudget "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
            """,
        ["pwsh"] = """
            # govbudget completion pwsh >> $PROFILE
            Register-ArgumentCompleter -Native -CommandName govbudget -ScriptBlock {
                param($word, $ast, $position)
                govbudget "[suggest:$position]" "$ast" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = string.Join('、', Scripts.Keys) };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "打印命令行补全脚本（按脚本首行的说明保存）") { shell };
        command.SetAction(result => Console.Out.WriteLine(Scripts[result.GetRequiredValue(shell)]));
        return command;
    }
}
