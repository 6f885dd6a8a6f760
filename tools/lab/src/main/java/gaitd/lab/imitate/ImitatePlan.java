package gaitd.lab.imitate;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.learn.Demonstrations;
import gaitd.policies.learn.ImitationSettings;
import gaitd.policies.learn.NetPlan;
import gaitd.sim.task.A1Task;

/**
 * What is to be imitated, by what, and how.
 *
 * @param task where
 * @param teacher the policy that is asked
 * @param shown what it did in recordings, null when it is asked along the student's own ways
 * @param net the student
 * @param settings how it learns
 * @param environments copies of the task
 * @param rounds how often ways are gone and learned from
 * @param seed decides everything that is drawn
 * @param command with all options, for the manifest and to know the run by
 */
record ImitatePlan(
        A1Task task,
        Bundle teacher,
        Demonstrations shown,
        NetPlan net,
        ImitationSettings settings,
        int environments,
        int rounds,
        long seed,
        String command) {}
