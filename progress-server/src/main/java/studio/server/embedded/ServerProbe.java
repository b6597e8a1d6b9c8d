package studio.server.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Looks whether a port is answered by the server of one cluster, with the settings that we insist on. */
final class ServerProbe {
    private ServerProbe() {}

    /** True when the server there takes our password, serves that very cluster, and writes safely. */
    static boolean serves(String jdbcUrl, String user, String password, String cluster) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("loginTimeout", "10");
        try (Connection connection = DriverManager.getConnection(jdbcUrl, login);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT current_setting('data_directory') AS folder,
                            current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on'
                            AND current_setting('synchronous_commit') = 'on' AS safe
                        """)) {
            return row.next() && row.getBoolean("safe") && Paths.same(row.getString("folder"), cluster);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Windows writes folders with either slash. */
    private static final class Paths {
        static boolean same(String left, String right) {
            return java.nio.file.Path.of(left).equals(java.nio.file.Path.of(right));
        }
    }
}
