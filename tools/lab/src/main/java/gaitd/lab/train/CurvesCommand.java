package gaitd.lab.train;

import gaitd.lab.image.Pictures;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the learning curves of several trainings into one picture. */
@Command(
        name = "curves",
        description = "Draws learning curves of trainings side by side; also of running ones.",
        footer = {
            "",
            "--out takes a name that ends in .png or .svg.",
            "Example: gaitd curves ep-s1 bptt-s1 --over seconds --out curves.png"
        })
public final class CurvesCommand implements Callable<Integer> {
    private static final Set<String> ENDINGS = Set.of("png", "svg");

    @Mixin
    HelpOption help;

    @Mixin
    private RequiredOutOption out;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FOLDER",
            description = "folders of trainings; their names go into the legend")
    private List<Path> folders;

    @Option(
            names = "--over",
            paramLabel = "WHAT",
            defaultValue = "steps",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private Curves.Over over;

    @Option(
            names = "--what",
            paramLabel = "WHAT",
            defaultValue = "reward",
            description =
                    "a column of progress.csv, such as reward, success, length, kl or value_error; a term of the reward,"
                            + " such as forward_velocity; or terms: all of them, of one training (default ${DEFAULT-VALUE})")
    private String what;

    @Override
    public Integer call() {
        checkPicture();
        final Quantity quantity = Quantity.of(what);
        final Curves curves = new Curves(over, quantity);
        if (quantity.column().equals(Quantity.TERMS)) {
            addTerms(curves);
        } else {
            addEach(curves, quantity.column());
        }
        Pictures.need();
        curves.write(out.path);
        spec.commandLine().getOut().println(out.path);
        return ExitCode.OK;
    }

    private void addTerms(final Curves curves) {
        if (folders.size() != 1) {
            throw new ConfigException("--what terms: draws all terms of one training, not of " + folders.size()
                    + "; give one FOLDER, or one term");
        }
        final CurveTable table = table(folders.getFirst());
        for (final String column : table.names()) {
            if (column.startsWith(CurveTable.TERM)) {
                add(curves, column.substring(CurveTable.TERM.length()), folders.getFirst(), table, column);
            }
        }
    }

    private void addEach(final Curves curves, final String column) {
        final Set<String> names = new HashSet<>();
        for (final Path folder : folders) {
            final String name =
                    folder.toAbsolutePath().normalize().getFileName().toString();
            if (!names.add(name)) {
                throw new ConfigException("two folders are called " + name + ": expected different names");
            }
            add(curves, name, folder, table(folder), column);
        }
    }

    private void add(
            final Curves curves, final String name, final Path folder, final CurveTable table, final String column) {
        try {
            if (!curves.add(name, table, column)) {
                throw new ConfigException(folder + ": no iteration with a value of " + what
                        + " yet; wait until a hundred episodes have ended");
            }
        } catch (final IllegalArgumentException e) {
            throw new ConfigException("--what " + what + ": " + folder + " has " + e.getMessage());
        }
    }

    private void checkPicture() {
        final String name = out.path.toString();
        final String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!ENDINGS.contains(ending)) {
            throw new ConfigException(
                    OutOption.NAME + " " + out.path + ": expected a name that ends with .png or .svg");
        }
        Outputs.check(out.path, OutOption.NAME);
    }

    private static CurveTable table(final Path folder) {
        try {
            return CurveTable.read(folder);
        } catch (final NoSuchFileException e) {
            throw new ConfigException(folder + ": is not a folder of a training: expected progress.csv in it");
        } catch (final IOException e) {
            throw new ConfigException(folder + ": its progress.csv cannot be read (" + e + ")");
        }
    }
}
