package gaitd.robot.doctor;

/**
 * One question about the machine. Never throws: what cannot be read is a finding too. What is installed beside the robot's own commands adds checks
 * by {@link java.util.ServiceLoader}.
 */
@FunctionalInterface
public interface Check {
    /**
     * Looks at it.
     *
     * @param machine to be looked at
     * @return what was found
     */
    Finding look(Machine machine);
}
