package gaitd.lab.eval;

import gaitd.lab.walks.Subject;
import gaitd.lab.walks.WalkBatch;
import gaitd.lab.walks.WalkStarts;
import gaitd.lab.work.WorkPool;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.env.WalkEnv;
import gaitd.sim.terrain.Terrains;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;

/** Sums a subject's walks of ten metres, or what is asked for. */
public final class Evaluation {
    private final WalkTest test;
    private final LongConsumer progress;

    /**
     * An evaluation.
     *
     * @param test definition of every walk
     * @param progress takes the number of walks ended since the last call
     */
    public Evaluation(final WalkTest test, final LongConsumer progress) {
        this.test = test;
        this.progress = progress;
    }

    /**
     * Refuses a ground that ends before the goal; it may still end beside a way that is not straight.
     *
     * @param terrain name of the ground
     * @throws ConfigException in one line
     */
    public void check(final String terrain) {
        if (WalkStarts.isEverywhere(terrain)) {
            return;
        }
        final double endM =
                Terrains.parse(terrain, test.seeds().getFirst()).extent().maxX() - WalkEnv.EDGE_M;
        if (test.distanceM() > endM) {
            throw new ConfigException(
                    "--distance %s is too far: on %s walks end %s m ahead of the start; ask for a shorter way or a longer ground"
                            .formatted(Config.plain(test.distanceM()), terrain, Config.plain(endM)));
        }
    }

    /**
     * Runs all walks of some subjects.
     *
     * @param pool does the work; it makes no difference to any figure
     * @param subjects the policies
     * @param terrain name of the ground
     * @param fieldCase name of what is different about the robots
     * @return figures of each
     * @throws gaitd.runtime.config.Refusal when MuJoCo is asked for and is not there
     */
    public List<Walks> run(
            final WorkPool pool, final List<Subject> subjects, final String terrain, final String fieldCase) {
        final List<EvalUnit> units = new ArrayList<>();
        subjects.forEach(subject -> units.addAll(EvalUnit.all(subject, test, terrain, fieldCase)));
        final List<List<WalkEnd>> answers = new ArrayList<>(Collections.nCopies(units.size(), null));
        pool.run(units, (unit, ends) -> {
            answers.set(unit, ends);
            progress.accept(ends.size());
        });
        final int blocks = WalkBatch.blocks(test.episodes());
        final List<Walks> all = new ArrayList<>();
        for (int first = 0; first < answers.size(); ) {
            final Walks walks = new Walks();
            for (int seed = 0; seed < test.seeds().size(); seed++) {
                answers.subList(first, first + blocks).stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparingInt(WalkEnd::walk))
                        .forEach(walks::take);
                first += blocks;
            }
            all.add(walks);
        }
        return all;
    }
}
