package gaitd.bench.faults;

import java.util.List;

/**
 * Totals of a campaign.
 *
 * @param noticed runs in which the controller noticed the fault
 * @param harmless runs in which nothing had to be done
 * @param open runs in which neither is so
 * @param fell runs with a fall
 * @param fellAlone runs in which a robot without guards falls
 * @param drivenLying runs in which the robot was driven while lying, for too long
 * @param commandsBeyond commands to a joint beyond a limit
 */
record CampaignTotals(
        long noticed, long harmless, long open, long fell, long fellAlone, long drivenLying, long commandsBeyond) {
    static CampaignTotals of(final List<TrialOutcome> outcomes) {
        return new CampaignTotals(
                outcomes.stream().filter(run -> !run.detected().isEmpty()).count(),
                outcomes.stream().filter(TrialOutcome::isHarmless).count(),
                outcomes.stream().filter(TrialOutcome::isOpen).count(),
                outcomes.stream().filter(TrialOutcome::fell).count(),
                outcomes.stream().filter(TrialOutcome::fellAlone).count(),
                outcomes.stream().filter(TrialOutcome::drivenLying).count(),
                outcomes.stream().mapToLong(TrialOutcome::commandsBeyond).sum());
    }

    /** Noticed or harmless, of all. */
    double share() {
        final long all = noticed + harmless + open;
        return all == 0 ? 1 : (double) (noticed + harmless) / all;
    }
}
