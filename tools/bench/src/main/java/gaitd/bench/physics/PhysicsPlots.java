package gaitd.bench.physics;

import gaitd.lab.plot.BarPlot;
import gaitd.lab.plot.BoxPlot;
import gaitd.lab.plot.PlotText;
import gaitd.sim.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Draws the results of the physics bench. */
public final class PhysicsPlots {
    private final Path folder;

    /**
     * Plots into a folder.
     *
     * @param folder that is there
     */
    public PhysicsPlots(final Path folder) {
        this.folder = folder;
    }

    /**
     * Draws rates as bars.
     *
     * @param bench that has run
     */
    public void speed(final PhysicsSpeed bench) {
        final Map<String, Map<String, Double>> rates = bench.rates();
        final List<String> cases = new ArrayList<>(rates.keySet());
        final BarPlot plot = new BarPlot(
                new PlotText("Robot-steps a second on one core, trotting with all shapes", "", "1000 steps / s"),
                cases);
        for (final String engine : rates.get(cases.getFirst()).keySet()) {
            plot.add(
                    engine.replace('_', ' '),
                    cases.stream()
                            .mapToDouble(name -> rates.get(name).get(engine) / 1e3)
                            .toArray());
        }
        plot.labels("0").write(folder.resolve("rates.png"));
    }

    /**
     * Draws the walks of both engines as boxes.
     *
     * @param bench that has run
     */
    public void gait(final WalkBench bench) {
        boxes(bench, "speed", "Baseline gait at 0.4 m/s: mean forward speed", "m/s", GaitTrial::speedMS);
        boxes(bench, "tilt", "Baseline gait at 0.4 m/s: greatest tilt", "degrees", GaitTrial::tiltMaxDeg);
        boxes(bench, "power", "Baseline gait at 0.4 m/s: mean joint power", "W", GaitTrial::powerMeanW);
    }

    private void boxes(
            final WalkBench bench,
            final String name,
            final String title,
            final String unit,
            final ToDoubleFunction<GaitTrial> what) {
        final BoxPlot plot = new BoxPlot(new PlotText(title, "", unit));
        boolean any = false;
        for (final String ground : WalkBench.GROUNDS) {
            for (final Engine engine : Engine.values()) {
                final double[] values = bench.values(ground, engine, what);
                if (values.length > 0) {
                    plot.add(ground + ", " + engine.key(), values);
                    any = true;
                }
            }
        }
        if (any) {
            plot.write(folder.resolve(name + ".png"));
        }
    }
}
