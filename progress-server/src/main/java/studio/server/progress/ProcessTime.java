package studio.server.progress;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Processor time of this whole process. */
final class ProcessTime {
    private ProcessTime() {}

    /** Nanoseconds of all threads since the process began; negative where the system does not tell. */
    static long nanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : -1;
    }
}
