package studio.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Executors;

/** The shape that docs/architecture.md draws, held by the build. */
@AnalyzeClasses(packages = "studio", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Where a program is put together: only these may make threads, read the clock and draw seeds. */
    private static final DescribedPredicate<JavaClass> COMPOSITION_ROOT = resideInAnyPackage(
                    "studio.server", "studio.desktop.launch", "studio.desktop.cli", "studio.benchmarks..")
            .as("composition roots");

    private static final DescribedPredicate<JavaClass> ARRAY =
            DescribedPredicate.describe("an array", JavaClass::isArray);

    @ArchTest
    static final ArchRule the_model_knows_only_java_jackson_annotations_and_jspecify = classes()
            .that()
            .resideInAPackage("studio.model..")
            .and()
            .resideOutsideOfPackage("studio.model.json")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.time..",
                    "java.util..",
                    "java.math..",
                    "studio.model..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule the_engine_knows_only_the_model_and_mathematics = classes()
            .that()
            .resideInAPackage("studio.engine..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java.lang..",
                            "java.time..",
                            "java.util..",
                            "java.math..",
                            "java.security..",
                            "java.nio..",
                            "studio.engine..",
                            "studio.model..",
                            "org.hipparchus..",
                            "org.antlr.v4.runtime..",
                            "org.objectweb.asm..",
                            "org.jspecify..")
                    .or(ARRAY));

    /** The grammar's generated parser is used in one place, behind records of our own: decision 52. */
    @ArchTest
    static final ArchRule the_parser_generator_is_known_to_the_syntax_alone = noClasses()
            .that()
            .resideInAPackage("studio..")
            .and()
            .resideOutsideOfPackage("studio.engine.language.syntax..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.antlr..");

    /** Code is generated in one place, for the texts that analysts write: decision 55. */
    @ArchTest
    static final ArchRule code_is_generated_for_written_strategies_alone = noClasses()
            .that()
            .resideInAPackage("studio..")
            .and()
            .resideOutsideOfPackage("studio.engine.language.run..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.objectweb.asm..");

    @ArchTest
    static final ArchRule the_engine_does_no_input_or_output = noClasses()
            .that()
            .resideInAPackage("studio.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..");

    @ArchTest
    static final ArchRule desktop_and_server_meet_only_in_the_launcher = noClasses()
            .that()
            .resideInAPackage("studio.desktop..")
            .and()
            .resideOutsideOfPackage("studio.desktop.launch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("studio.server..", "studio.engine..");

    @ArchTest
    static final ArchRule the_server_knows_no_desktop = noClasses()
            .that()
            .resideInAPackage("studio.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("studio.desktop..", "javafx..");

    @ArchTest
    static final ArchRule sql_is_spoken_in_repositories = noClasses()
            .that()
            .resideInAPackage("studio.server..")
            .and()
            .resideOutsideOfPackages("..sql..", "studio.server", "studio.server.embedded..", "studio.server.queue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jdbi..", "org.postgresql..");

    @ArchTest
    static final ArchRule http_is_spoken_in_web_packages = noClasses()
            .that()
            .resideInAPackage("studio.server..")
            .and()
            .resideOutsideOfPackages("..web..", "studio.server")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..");

    /** Exchanges are asked by the server, and by one package of it: decision 24. */
    @ArchTest
    static final ArchRule okhttp_is_known_to_the_client_and_the_exchanges_alone = noClasses()
            .that()
            .resideInAPackage("studio..")
            .and()
            .resideOutsideOfPackages("studio.desktop.client..", "studio.server.marketdata.exchange..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..");

    @ArchTest
    static final ArchRule view_models_know_no_scene_graph = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx.scene..", "javafx.stage..", "javafx.application..", "javafx.fxml..", "javafx.animation..");

    @ArchTest
    static final ArchRule one_class_hops_to_the_fx_thread = noClasses()
            .that(not(simpleName("FxThread")))
            .should()
            .callMethod(javafx.application.Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule clocks_and_seeds_come_from_the_composition_roots = noClasses()
            .that(not(COMPOSITION_ROOT))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule threads_come_from_the_composition_roots = noClasses()
            .that(not(COMPOSITION_ROOT))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Executors.class);

    @ArchTest
    static final ArchRule features_of_the_server_are_free_of_cycles =
            slices().matching("studio.server.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule features_of_the_engine_are_free_of_cycles =
            slices().matching("studio.engine.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule features_of_the_desktop_are_free_of_cycles =
            slices().matching("studio.desktop.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_is_called_helper_or_manager = noClasses()
            .should()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util");
}
