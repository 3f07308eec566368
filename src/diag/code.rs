//! The one table of codes: what can be wrong, how it is called, how bad it is.

use std::fmt;

/// How much a diagnostic matters; a property of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The scenario cannot be played.
    Error,
    /// It can be played, but probably not as its author means it.
    Warning,
    /// It could be better.
    Advice,
}

impl Severity {
    /// The name in exports and the end of its catalogue key.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $code:literal $severity:ident;)*) => {
        /// What can be wrong with authored content.
        ///
        /// Its words are in the catalogue: `diag-S304` is the message, `diag-S304-help` says what to do next, and
        /// `explain-S304` explains. A code is never used again for something else.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The stable name: `S304`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Code::$variant => $code,)*
                }
            }

            /// How much it matters.
            pub fn severity(self) -> Severity {
                match self {
                    $(Code::$variant => Severity::$severity,)*
                }
            }
        }
    };
}

// S0 files, S1 syntax, S2 shape, S3 meaning, S4 expressions and scripts, S5 what makes a good exercise,
// S8 translations. The comments name the places in each message.
codes! {
    /// `name`
    FileNotFound "S001" Error;
    /// `name`, `why`
    FileUnreadable "S002" Error;
    /// `name`, `size` and `limit` in KiB
    FileTooLarge "S003" Error;
    /// `size` and `limit` in KiB
    ScenarioTooLarge "S004" Error;
    NotUtf8 "S005" Error;
    BinaryFile "S006" Error;
    EmptyFile "S007" Error;
    /// `name` of the attribute
    EnableAttribute "S008" Error;
    /// `limit`
    NestedTooDeep "S009" Error;
    /// `name`
    PathOutside "S010" Error;
    /// `name` of the folder
    NoScenarioFile "S011" Error;
    /// `found`, `known`
    UnknownFormat "S012" Error;
    /// `name`
    NotAFile "S013" Error;
    /// `count`, `limit`
    TooManyFiles "S014" Error;
    /// `name`
    BadFileName "S015" Error;
    MergeConflict "S016" Error;

    MissingComma "S101" Error;
    /// `bracket`
    UnclosedBracket "S102" Error;
    /// `bracket`
    UnexpectedClosing "S103" Error;
    /// `found`
    UnexpectedCharacter "S104" Error;
    /// `found`
    SmartQuote "S105" Error;
    NonBreakingSpace "S106" Error;
    UnterminatedString "S107" Error;
    UnterminatedComment "S108" Error;
    TrailingText "S109" Error;
    /// `name` of the field
    MissingColon "S110" Error;
    /// `name` of the field
    MissingValue "S111" Error;
    /// `found`
    BadEscape "S112" Error;
    /// `found`
    BadNumber "S113" Error;
    /// `found`, `expected`
    WrongBracket "S114" Error;
    /// `name` of the field
    EqualsInsteadOfColon "S115" Error;
    /// `found`
    UnquotedText "S116" Error;
    /// `found`
    WrongComment "S117" Error;
    /// `name` of the field
    QuotedFieldName "S118" Error;
    /// `expected`
    NotUnderstood "S199" Error;

    /// `name`, `what` it is a field of
    UnknownField "S201" Error;
    /// `name`, `what` it is a field of
    MissingField "S202" Error;
    /// `name`
    DuplicateField "S203" Error;
    /// `expected`, and `found` if it is known
    WrongType "S204" Error;
    /// `name`, `what` it should be one of
    UnknownVariant "S205" Error;
    /// `value`, `min`, `max`
    NumberOutOfRange "S206" Error;
    /// `value`
    NonFiniteNumber "S207" Error;
    MapInsteadOfList "S208" Error;
    /// `expected`, `found`
    WrongLength "S209" Error;
    /// `name`, `expected`
    MissingInner "S210" Error;
    /// `found`, `expected`
    BadForm "S211" Error;

    /// `name`
    BadId "S301" Error;
    /// `name`
    ReservedId "S302" Error;
    /// `kind`, `name`
    DuplicateId "S303" Error;
    /// `kind`, `name`
    UnknownId "S304" Error;
    /// `path`
    ContingencyCycle "S305" Error;
    /// `path`
    AfterCycle "S306" Error;
    /// `name`, `when`, `last`
    InjectNeverDue "S307" Error;
    /// `name`
    DecisionNobodyTakes "S308" Error;
    /// `name`, `count`
    TooFewChoices "S309" Error;
    /// `name`
    DeadlineBeforeTrigger "S310" Error;
    /// `name`
    UnknownTlp "S311" Error;
    /// `value`
    ProbabilityOutOfRange "S312" Error;
    /// `kind`, `count`, `limit`
    TooMany "S313" Error;
    NoSeats "S314" Error;
    NoTurns "S315" Error;
    NoEndings "S316" Error;
    /// `name`, `earlier`
    EndingShadowed "S317" Error;
    /// `count`, `limit`
    TextTooLong "S318" Error;
    /// `name`
    ChoiceWithoutEffect "S319" Warning;
    /// `name`
    SecretForAll "S320" Warning;
    /// `name` of the field
    EmptyText "S321" Warning;
    NoDecisions "S322" Warning;
    /// `kind`, `name`
    SelfReference "S323" Error;
    /// `name`, `value`, `min`, `max`
    StartOutsideRange "S324" Error;
    /// `from`, `to`
    WindowReversed "S325" Error;
    /// `name`, `found`, `expected`
    WrongKind "S326" Error;
    NoFallbackEnding "S327" Warning;
    /// `kind`, `name`
    NeverUsed "S328" Warning;
    /// `name`
    LedgerOff "S329" Warning;
    /// `name`
    InjectWithoutTime "S330" Error;
    /// `name` of the field
    EmptyList "S331" Error;
    /// `name`, `when`, `from`, `to`
    TimeOutsideTurns "S332" Error;
    /// `found`
    StoryWithoutDate "S340" Error;
    /// `name`, `checked`, `now`
    PackOutdated "S341" Warning;
    /// `name`, `first`
    FollowsSeveral "S342" Error;
    /// `name`, `since`, `written`
    LawToCome "S343" Warning;
    /// `path`
    DutyCycle "S390" Warning;

    /// `why`
    ScriptDoesNotCompile "S401" Error;
    /// `why`
    ExpressionDoesNotCompile "S402" Error;
    /// `name`
    UnknownName "S403" Error;
    AssignmentInCondition "S404" Error;
    /// `name`
    ReservedName "S405" Error;
    /// `word`, `sign`
    WordOperator "S406" Error;
    /// `sign`, `instead`
    IncrementOperator "S407" Error;
    MissingSemicolon "S408" Error;
    SmartQuoteInExpression "S409" Error;
    NotTrueOrFalse "S410" Error;
    /// `name`
    UnknownFunction "S411" Error;
    /// `size` and `limit` in KiB
    ScriptTooLong "S412" Error;
    /// `count`, `limit`
    TooManyScripts "S413" Error;
    /// `name`, `expected`, `found`
    WrongArguments "S414" Error;
    NotANumber "S415" Error;
    /// `bracket`
    UnclosedInScript "S416" Error;
    ScriptTooComplex "S417" Error;
    /// `name`
    ForbiddenInScript "S418" Error;
    SingleQuotes "S419" Error;
    /// `name`
    DuplicateFunction "S420" Error;
    /// `name`
    ReadOnlyName "S421" Error;
    WholeNumbersOnly "S422" Error;
    /// `name`
    ReplacedWord "S423" Error;
    DuplicateSwitchArm "S424" Warning;
    /// `name` of the function that makes the effect
    EffectDropped "S425" Error;

    /// `name`
    ConditionNeverHolds "S501" Warning;
    /// `name`
    ConditionAlwaysHolds "S502" Warning;
    /// `name`
    InjectCannotCome "S503" Warning;
    /// `name`
    DecisionCannotOpen "S504" Warning;
    /// `name`
    ContingencyWithoutTest "S505" Warning;
    /// `name`, `other`
    WaitsForUnapproved "S506" Warning;
    /// `name`, `turns`
    EffectAfterEnd "S507" Warning;
    /// `name`, `hours`, `has`
    ChoiceUnaffordable "S508" Warning;
    /// `name`
    OneWayOnly "S509" Warning;
    /// `name`, `other`
    ChoicesAlike "S510" Warning;
    /// `name`
    UnlessMissing "S511" Advice;
    /// `name`
    UnlessWithoutWhen "S512" Warning;
    /// `name`, `other`, `seat`
    ConditionOutOfSight "S513" Warning;
    /// `name`, `other`
    WantOutOfSight "S514" Warning;
    /// `name`, `other`
    UnseenDecides "S515" Advice;
    /// `name`, `seat`, `field`
    SecretLeaks "S516" Warning;
    /// `name`, `from`, `to`
    SeatIdle "S517" Warning;
    /// `name`
    SeatWithoutDecision "S518" Warning;
    /// `name`
    ObjectiveUntrained "S519" Warning;
    /// `name`
    ObjectiveWithoutTask "S520" Advice;
    /// `name`
    ObjectiveWithoutEvidence "S521" Advice;
    /// `name`
    NormWithoutAct "S522" Advice;
    /// `name`, `fact`, `label`
    LabelForbidsShare "S523" Warning;
    /// `name`
    DutyNeverStarts "S525" Warning;
    /// `name`
    DutyEndsBeforeStart "S526" Warning;
    /// `name`
    DutyDueAfterEnd "S527" Advice;
    /// `name`
    FactOutOfReach "S528" Warning;
    /// `name`, `other`
    EndingsAlike "S529" Warning;
    /// `name`, `other`
    EndingCovered "S530" Warning;
    /// `name`, `word`
    RealState "S531" Warning;
    /// `name`, `word`
    RealName "S532" Warning;
    /// `name`, `word`
    UnsafeArtefact "S533" Warning;
    /// `name`, `word`
    UndefinedAcronym "S534" Advice;
    /// `name`, `turn`, `words`, `has`
    TooMuchToRead "S535" Warning;
    /// `name`, `columns`, `limit`
    TooWideForScreen "S536" Advice;
    /// `name`, `lines`, `limit`
    TooLongForScreen "S537" Advice;
    NoContentNote "S539" Warning;
    /// `name`
    DutyWithoutSource "S540" Advice;
    /// `name`, `word`
    JudgingWord "S541" Advice;
    /// `name`
    ChoiceWithoutNote "S542" Advice;
    /// `name` of the seat, `turn`, `act`
    ExpertActUnknown "S543" Warning;
    /// `name`
    DecisionWithoutDefault "S544" Advice;
    /// `name`
    AdviserMissing "S545" Advice;
    /// `name`
    InjectNotApproved "S546" Advice;
    /// `name`, `other`
    SameTitle "S547" Advice;
    /// `name`
    MeasureByItself "S548" Warning;
    /// `name`
    MeterNeverMoves "S549" Warning;
    /// `name`
    MeterUnused "S550" Advice;
    /// `name`, `first`
    FirstMissing "S551" Warning;

    /// `name` of the language, `count`, `all`
    TranslationMissing "S801" Advice;
    /// `name` of the line, `lock`
    TranslationStale "S802" Warning;
    /// `name` of the line
    TranslationOfNothing "S803" Warning;
    /// `name` of the file's language, `found`
    TranslationMisnamed "S804" Warning;
}

impl Code {
    /// The code of this name, in any case.
    pub fn named(name: &str) -> Option<Code> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.as_str().eq_ignore_ascii_case(name.trim()))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
