package gaitd.lab.train;

import gaitd.robot.report.Report;
import gaitd.robot.view.CurveSource;
import java.nio.file.Path;

/** Data of a training's live page. Thread-safe. */
public final class TrainCurves implements CurveSource {
    private final String plan;
    private final ProgressTable table;

    /**
     * Curves of a training.
     *
     * @param plan of the training
     * @param out its folder
     * @param table where lines come from
     */
    public TrainCurves(final TrainPlan plan, final Path out, final ProgressTable table) {
        this.table = table;
        this.plan = new Report()
                .put("task", plan.task().name())
                .put("learner", plan.net().rule().key())
                .put("net", plan.net().kind().key())
                .put("seed", plan.seed())
                .put("iterations", plan.iterations())
                .put("steps", plan.steps())
                .put("folder", out.toAbsolutePath().normalize().toString())
                .put("command", plan.command())
                .json();
    }

    @Override
    public String plan() {
        return plan;
    }

    @Override
    public String rowsAfter(final long iteration) {
        return table.csvAfter(iteration);
    }
}
