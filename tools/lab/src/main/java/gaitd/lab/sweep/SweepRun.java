package gaitd.lab.sweep;

import gaitd.lab.work.WorkPool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Has all trials of a sweep done that are not done yet, rung by rung. */
final class SweepRun {
    private final SweepPlan plan;
    private final List<Long> iterations;
    private final SweepFile file;
    private final LongConsumer progress;

    /**
     * A run.
     *
     * @param plan what is tried
     * @param iterations of each variant's whole plan
     * @param file what is done
     * @param progress takes the number of trainings ended since the last call
     */
    SweepRun(final SweepPlan plan, final List<Long> iterations, final SweepFile file, final LongConsumer progress) {
        this.plan = plan;
        this.iterations = iterations;
        this.file = file;
        this.progress = progress;
    }

    /** Trainings of all rungs. */
    static long total(final SweepPlan plan) {
        return IntStream.range(0, plan.halving().rungs())
                        .mapToLong(rung -> plan.halving().kept(plan.variants().size(), rung))
                        .sum()
                * plan.seeds();
    }

    /**
     * Runs it.
     *
     * @param pool does the work; it makes no difference to any figure
     * @return all variants, the best first
     */
    List<Standing> run(final WorkPool pool) {
        final int count = plan.variants().size();
        final Standing[] standings = new Standing[count];
        List<Integer> going = IntStream.range(0, count).boxed().toList();
        for (int rung = 0; rung < plan.halving().rungs(); rung++) {
            train(pool, going, rung);
            for (final int number : going) {
                standings[number] = standing(number, rung);
            }
            final List<Standing> ranked = going.stream()
                    .map(number -> standings[number])
                    .sorted(Standing.BEST_FIRST)
                    .toList();
            going = ranked.subList(0, plan.halving().kept(count, rung + 1)).stream()
                    .map(Standing::number)
                    .sorted()
                    .toList();
        }
        return IntStream.range(0, count)
                .mapToObj(number -> standings[number])
                .sorted(Standing.BEST_FIRST)
                .toList();
    }

    private record Piece(int number, long seed, long iterations) {}

    private void train(final WorkPool pool, final List<Integer> going, final int rung) {
        final List<Piece> pieces = new ArrayList<>();
        for (final int number : going) {
            for (int place = 0; place < plan.seeds(); place++) {
                final Piece piece = new Piece(number, plan.seed() + place, iterations(number, rung));
                if (file.get(plan.variants().get(number), piece.seed, piece.iterations) == null) {
                    pieces.add(piece);
                }
            }
        }
        final List<TrialUnit> units = pieces.stream()
                .map(piece -> plan.unit(plan.variants().get(piece.number), piece.seed, piece.iterations))
                .toList();
        pool.run(units, (unit, end) -> {
            final Piece piece = pieces.get(unit);
            file.put(plan.variants().get(piece.number), piece.number, piece.seed, piece.iterations, end);
            progress.accept(1);
        });
    }

    private long iterations(final int number, final int rung) {
        return plan.halving().iterations(iterations.get(number), rung);
    }

    private Standing standing(final int number, final int rung) {
        final Variant variant = plan.variants().get(number);
        final List<TrialEnd> ends = IntStream.range(0, plan.seeds())
                .mapToObj(place -> file.get(variant, plan.seed() + place, iterations(number, rung)))
                .toList();
        return new Standing(number, variant, rung, ends);
    }
}
