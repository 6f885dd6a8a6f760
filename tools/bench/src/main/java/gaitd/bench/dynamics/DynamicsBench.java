package gaitd.bench.dynamics;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import gaitd.sim.Engine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the engine with reference states. */
@Command(
        name = "dynamics",
        description =
                "Compares the physics engine with a file of reference states; prints the worst error of each quantity.",
        footer = {"", "Example: gaitd bench dynamics states.json --json errors.json"})
public final class DynamicsBench implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.json", description = "states and reference results, links.json beside it")
    private Path file;

    @Override
    public Integer call() {
        json.check();
        final List<DynamicsCheck.Result> results;
        try {
            results = DynamicsCheck.run(file);
        } catch (final IOException e) {
            throw new Refusal(Files.exists(file) ? e.getMessage() : file + ": there is no such file", e);
        }
        final PrintWriter out = spec.commandLine().getOut();
        final Report report = new Report().put("version", Version.TEXT).put("engine", Engine.EMBEDDED.key());
        boolean pass = true;
        out.printf("%-28s %6s %12s %12s%n", "quantity", "cases", "worst error", "tolerance");
        for (final DynamicsCheck.Result result : results) {
            out.printf(
                    "%-28s %6d %12.3e %12.1e %s%n",
                    result.quantity(),
                    result.cases(),
                    result.worstError(),
                    result.tolerance(),
                    result.pass() ? "ok" : "FAILED");
            report.put(result.quantity() + "_cases", result.cases());
            report.put(result.quantity() + "_worst_error", result.worstError());
            pass &= result.pass();
        }
        json.write(report.put("pass", pass));
        return pass ? ExitCode.OK : ExitCode.FAILED;
    }
}
