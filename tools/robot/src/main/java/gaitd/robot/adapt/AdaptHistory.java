package gaitd.robot.adapt;

import gaitd.policies.text.Words;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.report.Report;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the versions of a policy. */
@Command(
        name = "history",
        description =
                "Lists all versions of an adapted policy: parent, cause, how each was judged, and which is in force.",
        footer = {"", "Example: gaitd adapt history --json history.json"})
final class AdaptHistory implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private StoreOption store;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        json.check();
        try (VersionStore versions = VersionStore.read(store.only())) {
            final PrintWriter out = spec.commandLine().getOut();
            out.printf("%s    0  as shipped%n", mark(versions, 0));
            versions.versions().forEach(version -> line(out, versions, version));
            versions.problems().forEach(problem -> spec.commandLine().getErr().println("gaitd: " + problem));
            json.write(new Report()
                    .put("current", versions.current())
                    .put("versions", versions.versions())
                    .put("problems", versions.problems()));
        }
        return ExitCode.OK;
    }

    private static void line(final PrintWriter out, final VersionStore versions, final PolicyVersion version) {
        out.printf(
                "%s%5d  from %d, %s%s%n         %s; %s%n",
                mark(versions, version.id()),
                version.id(),
                version.parent(),
                Words.lower(version.state()).replace('_', ' '),
                version.judged().isEmpty() ? "" : " (" + version.judged() + ")",
                version.cause(),
                version.maker());
    }

    private static String mark(final VersionStore versions, final int id) {
        return versions.current() == id ? "*" : " ";
    }
}
