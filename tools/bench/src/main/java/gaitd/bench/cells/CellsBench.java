package gaitd.bench.cells;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.report.Report;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the network cells with reference cases. */
@Command(
        name = "cells",
        description = "Compares the network cells with a folder of reference cases; prints the worst error of each.",
        footer = {
            "",
            "Errors are relative to the larger of a reference value's size and the smaller of 1 and the largest size in the case.",
            "",
            "Example: gaitd bench cells golden/cells --json errors.json"
        })
public final class CellsBench implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "folder of cases, NAME.json and NAME.safetensors")
    private Path folder;

    @Override
    public Integer call() {
        json.check();
        final List<CellsCheck.Result> results;
        try {
            results = CellsCheck.run(folder);
        } catch (final IOException e) {
            throw new ConfigException(e.getMessage());
        }
        final PrintWriter out = spec.commandLine().getOut();
        out.printf("%-32s %6s %12s %12s %12s%n", "case", "steps", "double", "float", "vector");
        int passed = 0;
        double worstDouble = 0;
        double worstFloat = 0;
        final Map<String, Map<String, Object>> cases = new LinkedHashMap<>();
        for (final CellsCheck.Result result : results) {
            out.printf(
                    "%-32s %6d %12.3e %12.3e %12.3e %s%n",
                    result.name(),
                    result.steps(),
                    result.doubleError(),
                    result.plainError(),
                    result.floatError(),
                    result.pass() ? "ok" : "FAILED");
            passed += result.pass() ? 1 : 0;
            worstDouble = Math.max(worstDouble, result.doubleError());
            worstFloat = Math.max(worstFloat, Math.max(result.plainError(), result.floatError()));
            cases.put(result.name(), fields(result));
        }
        out.printf("%d of %d cases passed%n", passed, results.size());
        final Report report = new Report()
                .put("version", Version.TEXT)
                .put("cases", results.size())
                .put("passed", passed)
                .put("double_worst_error", worstDouble)
                .put("double_tolerance", CellsCheck.DOUBLE_TOLERANCE)
                .put("float_worst_error", worstFloat)
                .put("float_tolerance", CellsCheck.FLOAT_TOLERANCE)
                .put("results", cases)
                .put("pass", passed == results.size());
        json.write(report);
        return passed == results.size() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static Map<String, Object> fields(final CellsCheck.Result result) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("steps", result.steps());
        fields.put("double_worst_error", finite(result.doubleError()));
        fields.put("float_plain_worst_error", finite(result.plainError()));
        fields.put("float_worst_error", finite(result.floatError()));
        fields.put("pass", result.pass());
        return fields;
    }

    /** JSON has no number for it. */
    private static Double finite(final double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
