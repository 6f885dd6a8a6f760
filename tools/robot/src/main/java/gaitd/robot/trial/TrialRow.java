package gaitd.robot.trial;

import gaitd.sim.Engine;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All walks of one episode in one engine.
 *
 * @param episode what was asked
 * @param engine physics
 * @param outcomes of the walks, a seed each
 */
record TrialRow(TrialEpisode episode, Engine engine, List<TriedWalk> outcomes) {
    /** How many fell. */
    long falls() {
        return outcomes.stream().filter(TriedWalk::fell).count();
    }

    /** Greatest of a figure over the walks. */
    double most(final ToDoubleFunction<TrialFigures> figure) {
        return outcomes.stream()
                .mapToDouble(each -> figure.applyAsDouble(each.figures()))
                .max()
                .orElseThrow();
    }

    /** Least of a figure over the walks. */
    double least(final ToDoubleFunction<TrialFigures> figure) {
        return -most(each -> -figure.applyAsDouble(each));
    }

    /** Mean of a figure over the walks that settled; NaN when none did. */
    double mean(final ToDoubleFunction<TrialFigures> figure) {
        return outcomes.stream()
                .mapToDouble(each -> figure.applyAsDouble(each.figures()))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /** The walk that leant most. */
    TriedWalk worst() {
        return outcomes.stream()
                .max(Comparator.comparingDouble(each -> each.figures().tiltDeg()))
                .orElseThrow();
    }

    /** Greatest share of outputs beyond their bounds. */
    double outside() {
        return outcomes.stream()
                .mapToDouble(each -> each.outside().share())
                .max()
                .orElseThrow();
    }
}
