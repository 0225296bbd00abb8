package ai.fastrouter.camel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.fastrouter.camel.FastRouterHttpComponent;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.apache.camel.AsyncCallback;
import org.apache.camel.spi.ClassResolver;

/** Holds the arrows between the packages, and what may stand where. */
@AnalyzeClasses(
        packages = "ai.fastrouter.camel",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.OnlyTheComponent.class})
class ArchitectureTest {

    /** The local gateway shares the package name, and has its own ways. */
    static final class OnlyTheComponent implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("camel-fastrouter-test");
        }
    }

    private static final String BASE = "ai.fastrouter.camel";
    private static final String[] ROOMS = {
        BASE + ".chat..",
        BASE + ".speech..",
        BASE + ".transcription..",
        BASE + ".models..",
        BASE + ".job..",
        BASE + ".operations.."
    };

    @ArchTest
    static final ArchRule model_usesNoneOfOurs = noClasses()
            .that()
            .resideInAPackage(BASE + ".model..")
            .should()
            .dependOnClassesThat(oursOutside(BASE + ".model"));

    @ArchTest
    static final ArchRule error_usesNothingButTheModel = noClasses()
            .that()
            .resideInAPackage(BASE + ".error..")
            .should()
            .dependOnClassesThat(oursOutside(BASE + ".error", BASE + ".model"));

    @ArchTest
    static final ArchRule gateway_knowsNothingAboveIt = noClasses()
            .that()
            .resideInAPackage(BASE + ".gateway..")
            .should()
            .dependOnClassesThat(oursOutside(BASE + ".gateway", BASE + ".model", BASE + ".error"));

    @ArchTest
    static final ArchRule gateway_knowsNoExchange = noClasses()
            .that()
            .resideInAPackage(BASE + ".gateway..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.camel.Exchange");

    @ArchTest
    static final ArchRule exchange_knowsNoRoomAndNoRoot = noClasses()
            .that()
            .resideInAPackage(BASE + ".exchange..")
            .should()
            .dependOnClassesThat(oursOutside(BASE + ".exchange", BASE + ".gateway", BASE + ".model", BASE + ".error"));

    @ArchTest
    static final ArchRule rooms_doNotKnowTheRoot = noClasses()
            .that()
            .resideInAnyPackage(ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE);

    @ArchTest
    static final ArchRule rooms_doNotKnowEachOther = slices().matching(BASE + ".(*)..")
            .that(new DescribedPredicate<>("are rooms") {
                private final Set<String> rooms =
                        Set.of("chat", "speech", "transcription", "models", "job", "operations");

                @Override
                public boolean test(com.tngtech.archunit.library.dependencies.Slice slice) {
                    return rooms.contains(slice.getNamePart(1));
                }
            })
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule asyncCallback_onlyInExchange = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".exchange..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(AsyncCallback.class);

    @ArchTest
    static final ArchRule httpClient_onlyInTheTransport = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".gateway.http..")
            // a user may hand in a client of their own: the component's option names its type
            .and(areNoneOf(FastRouterHttpComponent.class.getName()))
            .and()
            .resideOutsideOfPackage(BASE + ".dsl..")
            .and()
            .haveSimpleNameNotEndingWith("Configurer")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..");

    @ArchTest
    static final ArchRule nothing_blocksOnTheRequestPath = noClasses()
            .that()
            .resideInAnyPackage(BASE + "..")
            .should()
            .callMethodWhere(DescribedPredicate.describe("blocks or reads a whole stream", ArchitectureTest::blocks));

    @ArchTest
    static final ArchRule threads_comeFromCamel = noClasses()
            .should()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class, String.class)
            .orShould()
            .callMethod(Thread.class, "start");

    /** In a native image such a class is only found if the metadata names it: so only classes that the user names. */
    @ArchTest
    static final ArchRule classes_areAskedForByTheirNameOnlyWhereTheUserNamesThem = noClasses()
            .that(areNoneOf(BASE + ".chat.schema.OutputTypes"))
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "ask Camel's class resolver",
                    call -> call.getTargetOwner().isAssignableTo(ClassResolver.class)
                            && call.getTarget().getName().startsWith("resolve")
                            && call.getTarget().getName().endsWith("Class")));

    @ArchTest
    static final ArchRule names_saySomething = classes()
            .that()
            .resideOutsideOfPackage(BASE + ".dsl..")
            .should()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl");

    private static boolean blocks(JavaCall<?> call) {
        String owner = call.getTargetOwner().getFullName();
        String name = call.getTarget().getName();
        boolean future =
                owner.equals("java.util.concurrent.Future") || owner.equals("java.util.concurrent.CompletableFuture");
        return (future && (name.equals("get") || name.equals("join")))
                || (owner.equals("java.lang.Thread") && (name.equals("sleep") || name.equals("join")))
                || (name.equals("readAllBytes"));
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> areNoneOf(String... names) {
        Set<String> all = Set.of(names);
        return DescribedPredicate.describe("are none of " + all, type -> !all.contains(type.getName()));
    }

    /** Classes of this project outside the given packages. */
    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> oursOutside(String... allowed) {
        return DescribedPredicate.describe("are ours outside " + String.join(", ", allowed), type -> {
            String name = type.getPackageName();
            if (!name.equals(BASE) && !name.startsWith(BASE + ".")) {
                return false;
            }
            for (String prefix : allowed) {
                if (name.equals(prefix) || name.startsWith(prefix + ".")) {
                    return false;
                }
            }
            return true;
        });
    }
}
