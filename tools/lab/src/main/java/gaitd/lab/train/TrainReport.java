package gaitd.lab.train;

import gaitd.robot.host.Resident;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Version;
import java.util.List;

/** A training as a flat, machine-readable result. */
public final class TrainReport {
    private TrainReport() {}

    /**
     * Result of a training.
     *
     * @param plan what was to be done
     * @param training at its end
     * @param done whether the plan is done
     * @return to be written
     */
    public static Report of(final TrainPlan plan, final Training training, final boolean done) {
        final Progress last = training.now();
        final Report report = new Report()
                .put("task", plan.task().name())
                .put("learner", plan.net().rule().key())
                .put("net", plan.net().kind().key())
                .put("hidden", plan.net().hidden())
                .put("seed", plan.seed())
                .put("environments", plan.environments())
                .put("done", done)
                .put("failure", training.failure())
                .put("iterations", last.iteration())
                .put("steps", last.steps())
                .put("seconds", last.seconds())
                .put("steps_per_s", last.steps() / last.seconds())
                .put("episodes", training.learner().episodes().ended())
                .put("reward", last.reward())
                .put("length_steps", last.length())
                .put("success", last.success())
                .put("kl_nats", last.divergence())
                .put("deviation", last.deviation())
                .put("actor_parameters", training.learner().actor().length)
                .put("learner_record_bytes", training.storedActivationBytes())
                .put("resident_mb", Resident.peakMb())
                .put(
                        "bundle",
                        done && training.bundlePath() != null
                                ? training.bundlePath().toString()
                                : null)
                .put("command", "gaitd " + plan.command())
                .put("version", Version.TEXT);
        final List<String> terms = training.rewardTerms();
        for (int i = 0; i < terms.size(); i++) {
            report.put(CurveTable.TERM + terms.get(i), last.terms().get(i));
        }
        return report;
    }
}
