package gaitd.lab.relief;

import gaitd.lab.image.Pictures;
import gaitd.lab.image.PngFile;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.options.PlotOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.sim.terrain.Columns;
import gaitd.sim.terrain.HeightGrid;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.TerrainKind;
import gaitd.sim.terrain.Terrains;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes and draws a terrain. */
@Command(
        name = "terrain",
        description = "Describes a terrain, draws it, or lists all there are.",
        footer = {"", "Example: gaitd terrain stairs:0.1 --plot stairs.png"})
public final class TerrainCommand implements Callable<Integer> {
    private static final double CM_PER_M = 100;

    @Mixin
    HelpOption help;

    @Mixin
    private SeedOption seed;

    @Mixin
    private PlotOption plot;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "such as rough:0.02 or stairs:0.1,tread=0.35")
    private String name;

    @Option(names = "--list", description = "all kinds of terrain with their parameters")
    private boolean list;

    @Override
    public Integer call() {
        final PrintWriter out = spec.commandLine().getOut();
        if (list == (name != null)) {
            throw new ConfigException("terrain needs either a NAME or --list; 'gaitd terrain --list' shows the names");
        }
        if (list) {
            out.print(Terrains.usage());
            return ExitCode.OK;
        }
        plot.checkFile();
        final Terrain terrain;
        try {
            terrain = Terrains.parse(name, seed.value());
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(e.getMessage());
        }
        final TerrainKind kind = Terrains.kind(name);
        if (plot.path() == null) {
            describe(out, terrain, kind);
        } else {
            draw(terrain, kind);
        }
        return ExitCode.OK;
    }

    private void draw(final Terrain terrain, final TerrainKind kind) {
        Pictures.need();
        final String summary = kind == TerrainKind.FLAT ? kind.summary() : kind.summary() + "; seed " + seed.value();
        try {
            PngFile.write(TerrainPicture.draw(terrain, summary, View.of(kind)), plot.path());
        } catch (final IOException e) {
            throw new Refusal(PlotOption.NAME + " " + plot.path() + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private void describe(final PrintWriter out, final Terrain terrain, final TerrainKind kind) {
        final HeightGrid grid = terrain.grid();
        final Columns columns = terrain.columns();
        out.println(name + ": " + kind.summary());
        if (grid == null) {
            out.printf(Locale.ROOT, "surface: plane at %.1f cm%n", terrain.planeM() * CM_PER_M);
        } else {
            out.printf(
                    Locale.ROOT,
                    "surface: grid of %d x %d heights every %s m, x from %s m, y from %s m, %.1f to %.1f cm high%n",
                    grid.columns,
                    grid.rows,
                    (float) grid.cellM,
                    (float) grid.originXM,
                    (float) grid.originYM,
                    grid.lowestM * CM_PER_M,
                    grid.highestM * CM_PER_M);
        }
        if (columns != null) {
            out.printf(
                    Locale.ROOT,
                    "columns: %d x %d cells of %s x %s m, x from %s m, y from %s m, up to %.1f cm high%n",
                    columns.columns,
                    columns.rows,
                    (float) columns.cellXM,
                    (float) columns.cellYM,
                    (float) columns.originXM,
                    (float) columns.originYM,
                    columns.highestM * CM_PER_M);
        }
        final Heights heights = Heights.of(terrain, View.of(kind));
        out.printf(
                Locale.ROOT,
                "seed %d; heights near the start: %.1f to %.1f cm%n",
                seed.value(),
                heights.lowestM() * CM_PER_M,
                heights.highestM() * CM_PER_M);
    }
}
