package gaitd.robot.doctor;

import gaitd.robot.report.Report;
import gaitd.runtime.rt.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** All checks of a machine, in the order in which findings should be fixed. */
public final class Checkup {
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Runs all checks.
     *
     * @param machine the computer
     * @param networkInterface that leads to the robot, null to search for it
     * @param core of the control thread, negative for the last isolated one or the last of all
     */
    public Checkup(final Machine machine, final String networkInterface, final int core) {
        final List<Check> checks = List.of(
                new KernelCheck(),
                new ThrottlingCheck(),
                LimitCheck.priority(),
                LimitCheck.lockedMemory(),
                new UnitCheck(),
                new IsolationCheck(core),
                new InterruptCheck(core),
                new GovernorCheck(),
                new IdleStateCheck(core),
                new ClockSourceCheck(),
                new SwapCheck(),
                new HugePageCheck(),
                new NetworkCheck(networkInterface),
                new SerialCheck(),
                new MemoryCheck(),
                SpaceCheck.sharedMemory(),
                SpaceCheck.disk(),
                new JdkCheck());
        for (final Check check : checks) {
            findings.add(check.look(machine));
        }
        for (final Check check : ServiceLoader.load(Check.class)) {
            findings.add(check.look(machine));
        }
    }

    /**
     * Adds what buses of motors allow.
     *
     * @param machine the computer
     * @param ports opened and set, one after the other; none for the motors' own speed alone
     * @param rateHz control rate, Hz
     */
    public void addBuses(final Machine machine, final List<String> ports, final double rateHz) {
        if (ports.isEmpty()) {
            findings.add(new MotorBusCheck(null, rateHz).look(machine));
        }
        for (final String port : ports) {
            findings.add(new MotorBusCheck(port, rateHz).look(machine));
        }
    }

    /**
     * Adds the kernel's answers to the real-time settings of a configuration.
     *
     * @param machine the computer
     * @param outcomes one a measure
     */
    public void addRealTime(final Machine machine, final List<Outcome> outcomes) {
        findings.add(new RealTimeCheck(outcomes).look(machine));
    }

    /**
     * All findings.
     *
     * @return one finding a check
     */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Number of findings with a verdict.
     *
     * @param verdict which
     * @return the number
     */
    public int count(final CheckVerdict verdict) {
        return Math.toIntExact(findings.stream()
                .filter(finding -> finding.verdict() == verdict)
                .count());
    }

    /**
     * Whether there is nothing to fix.
     *
     * @return true when all checks are ok
     */
    public boolean isFine() {
        return count(CheckVerdict.OK) == findings.size();
    }

    /**
     * The findings as JSON.
     *
     * @return counts, and a list of objects under {@code checks}
     */
    public Report report() {
        final List<Map<String, String>> checks = new ArrayList<>();
        for (final Finding finding : findings) {
            final Map<String, String> check = new LinkedHashMap<>();
            check.put("name", finding.name());
            check.put("verdict", finding.verdict().word());
            check.put("is", finding.is());
            check.put("should", finding.should());
            check.put("fix", finding.fix());
            checks.add(check);
        }
        return new Report()
                .put("fine", isFine())
                .put("ok_count", count(CheckVerdict.OK))
                .put("warn_count", count(CheckVerdict.WARN))
                .put("fail_count", count(CheckVerdict.FAIL))
                .put("checks", checks);
    }
}
